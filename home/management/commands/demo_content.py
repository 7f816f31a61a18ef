"""Load the demo site: `manage.py demo_content [--reset]`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.demo.faults import DemoContentError
from home import demo


class Command(BaseCommand):
    """Makes the accounts, records, pictures and pages of the demo site."""

    help = (
        "Load the demo site. Run again it makes only what is missing and keeps what was edited. "
        "With --reset it first removes the demo's pages, pictures and records."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to start over."""
        parser.add_argument(
            "--reset",
            action="store_true",
            help="Remove the demo's pages, pictures and records first, edits included.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Say each part before it starts, and end with the fault's file and field."""
        self.is_silent = options["verbosity"] == 0
        try:
            if options["reset"]:
                demo.empty(self._say)
            demo.load(self._say)
        except DemoContentError as error:
            message = f"The demo content is wrong. {error}"
            raise CommandError(message) from error
        self._tell_ways_in()
        self._say("The demo content is complete.")

    def _tell_ways_in(self) -> None:
        """Say how to come in without an account: by links that nobody can be told again."""
        if not self.is_silent:
            for line in demo.ways_in():
                self._say(line)

    def _say(self, line: str) -> None:
        """Write one line of progress, unless asked to be silent."""
        if not self.is_silent:
            self.stdout.write(line)
            self.stdout.flush()
