"""Reckon an index from a file: `manage.py index_compute FILE.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from challenge.index import PartyResult, compute
from challenge.index_input import InputError
from challenge.publication.input_files import read_file


class Command(BaseCommand):
    """Prints the parties with their score, place and band; needs no database."""

    help = "Reckon the index from a JSON file, as the method says, and print what comes out."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="JSON with parties and, if wanted, weights")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the index as JSON.

        Raises:
            CommandError: the file cannot be read, or is wrong; it says where.

        """
        file: Path = options["file"]
        try:
            parties, weights = read_file(file.read_bytes())
            found = compute(parties, weights)
        except OSError as error:
            message = f"{file}: {error.strerror}"
            raise CommandError(message) from error
        except InputError as error:
            message = f"{file}: {error}"
            raise CommandError(message) from error
        self.stdout.write(json.dumps({"parties": [row(one) for one in found]}, ensure_ascii=False))


def row(one: PartyResult) -> dict[str, Any]:
    """Return a party as the method says that it is printed."""
    return {
        "name": one.name,
        "score": None if one.score is None else str(one.score),
        "place": one.place,
        "band": None if one.band is None else list(one.band),
        "n": one.n,
        "unknown": one.unknown,
    }
