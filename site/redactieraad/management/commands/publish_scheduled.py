"""Publish what is planned, in place of Wagtail's command of this name."""

from __future__ import annotations

from typing import Any

from wagtail.management.commands import publish_scheduled

from redactieraad.publishing.scheduling import carry_out_what_is_planned


class Command(publish_scheduled.Command):
    """Wagtail's command stops at the first text that cannot be published."""

    help = "Publish what is planned and take offline what is over; the clock does it each minute."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, or with `--dryrun` show what would be done."""
        if options["dryrun"]:
            super().handle(*args, **options)
        else:
            carry_out_what_is_planned()
