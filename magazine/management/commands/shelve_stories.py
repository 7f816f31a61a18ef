"""Puts every live story on its shelves again, after a change past the site's own code."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from magazine.shelving import shelve_all


class Command(BaseCommand):
    """Reads all live stories anew into the lists of the magazine."""

    help = "List all live stories anew, after a change past the site's own code (SQL, a bulk load)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do so, and tell how many there are."""
        self.stdout.write(f"{shelve_all()} live stories are on their shelves.")
