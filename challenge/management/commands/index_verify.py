"""Check the index: `manage.py index_verify`, or `manage.py index_verify snapshot.json`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from challenge.models import Snapshot
from challenge.publication.canonical import digest_of
from challenge.publication.verifying import faults, faults_in_content


class Command(BaseCommand):
    """Reckons all snapshots again, compares, and follows their chain."""

    help = (
        "Reckon every snapshot of the index again and compare, and check that none was changed, "
        "removed or put in another's stead. Given a published file, check that alone. "
        "Prints each fault and ends with code 1 if there is one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a file, if wanted."""
        parser.add_argument(
            "file", nargs="?", type=Path, help="the snapshot of a data package; by default all kept"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each fault, or that all is well.

        Raises:
            CommandError: there are faults; it says how many.

        """
        file: Path | None = options["file"]
        if file is None:
            self._say(faults())
            self.stdout.write(f"All is well: {Snapshot.objects.count()} snapshots, no faults.")
            return
        try:
            text = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            message = f"{file}: {error}"
            raise CommandError(message) from error
        self._say(faults_in_content(text))
        self.stdout.write(f"All is well: {digest_of(text)}")

    def _say(self, found: Iterable[str]) -> None:
        """Print each fault.

        Raises:
            CommandError: there is one.

        """
        number = 0
        for fault in found:
            number += 1
            self.stdout.write(fault)
        if number:
            message = f"{number} faults. What is kept or published is not what the method gives."
            raise CommandError(message)
