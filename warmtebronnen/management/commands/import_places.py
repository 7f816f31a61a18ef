"""Import places from a table: `manage.py import_places FILE [--apply] [--user ADDRESS]`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User
from core.importing.fates import Fate, Kind, NotCarriedOutError
from core.importing.tables import FileRefusedError, refuse_if_too_large
from warmtebronnen.exchange.importing.carrying_out import Import, carry_out, look_at

DRY = "Nothing was imported yet. Add --apply to submit what is new or changed."
DONE = "Imported: what is new or changed is with the redactieraad."
NOTHING = "Nothing was imported. Mend the rows that are refused first."
NOBODY = "Nobody with this e-mail address works here."


class Command(BaseCommand):
    """Says what becomes of each row; with --apply it submits them to the redactieraad."""

    help = (
        "Hold a CSV or XLSX file of places against the site and say what becomes of each row. "
        "With --apply, what is new or changed is submitted to the redactieraad: all or nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and whether and for whom it is carried out."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--apply", action="store_true", help="Import it.")
        parser.add_argument("--user", help="E-mail address of who submits it.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each row, and what they come to."""
        user = _user(options["user"])
        content = _content(options["file"])
        try:
            found = look_at(content)
            self._print(found)
            if options["apply"]:
                carry_out(content, user, found.mark)
        except (FileRefusedError, NotCarriedOutError) as error:
            raise CommandError(str(error)) from error
        if found.is_refused:
            raise CommandError(NOTHING)
        self.stdout.write(DONE if options["apply"] else DRY)

    def _print(self, found: Import) -> None:
        for fate in found.fates:
            self.stdout.write(f"{fate.line}: {fate.kind}: {fate.name}{_details(fate)}")
        totals = ", ".join(f"{len(found.of_kind(kind))} {kind}" for kind in Kind)
        self.stdout.write(f"{len(found.fates)} rows: {totals}.")


def _user(address: str | None) -> User | None:
    """Return who submits; nobody where no address is given."""
    if address is None:
        return None
    user = User.objects.filter(email=address, is_active=True).first()
    if user is None:
        raise CommandError(NOBODY)
    return user


def _content(file: Path) -> bytes:
    try:
        refuse_if_too_large(file.stat().st_size)
        return file.read_bytes()
    except (OSError, FileRefusedError) as error:
        raise CommandError(str(error)) from error


def _details(fate: Fate) -> str:
    changes = f" ({', '.join(fate.changes)})" if fate.changes else ""
    faults = "".join(
        f"\n   {fault.column + ': ' if fault.column else ''}{fault.reason}" for fault in fate.faults
    )
    return changes + faults
