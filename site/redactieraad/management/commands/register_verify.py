"""Check the register of publications: `manage.py register_verify`."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from redactieraad.models import Entry
from redactieraad.register.verifying import faults


class Command(BaseCommand):
    """Compares what is live with what the register says the redactieraad approved."""

    help = (
        "Check that everything that is live is what the redactieraad approved, and that nobody "
        "changed the register. Prints each fault and ends with code 1 if there is one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each fault as soon as it is found.

        Raises:
            CommandError: there are faults; it says how many.

        """
        say = self.stderr.write if options["verbosity"] else lambda _line: None
        say(f"Checking {Entry.objects.count()} entries and all that is live …")
        found = 0
        for fault in faults(say):
            found += 1
            self.stdout.write(fault)
            self.stdout.flush()
        if found:
            message = f"{found} faults. What is live is not what the register says."
            raise CommandError(message)
        self.stdout.write(f"All is well: {Entry.objects.count()} entries, no faults.")
