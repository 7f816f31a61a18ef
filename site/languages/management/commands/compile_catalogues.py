"""Compile the message catalogues with polib, so that no system package is needed."""

from pathlib import Path

import polib

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Write a `.mo` beside each `.po` that is newer than it."""

    help = "Compile the message catalogues (.po to .mo) without system tools."

    def handle(self, *args: object, **options: object) -> None:
        """Compile every catalogue in `LOCALE_PATHS` whose `.mo` is missing or older."""
        for folder in settings.LOCALE_PATHS:
            for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                target = source.with_suffix(".mo")
                if not target.exists() or target.stat().st_mtime <= source.stat().st_mtime:
                    polib.pofile(str(source)).save_as_mofile(str(target))
                    self.stdout.write(f"compiled {source.parent.parent.name}")
