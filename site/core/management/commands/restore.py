"""Bring a backup back: the whole database and the uploads."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from pathlib import Path

from django.core.cache import caches
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from core.operations import archive, databases


class Command(BaseCommand):
    """Replaces what is there by what a backup holds, after checking all of it."""

    help = "Replace the database and the uploads by a backup, after checking all of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the backup and the word that it may replace everything."""
        parser.add_argument("source", type=Path, help="a file that `backup` wrote")
        parser.add_argument("--yes", action="store_true", help="replace without asking")

    def handle(self, *args: object, source: Path, yes: bool = False, **options: object) -> None:
        """Check the backup, then replace the database and the uploads.

        Raises:
            CommandError: the backup cannot be used, or nobody said yes.
        """
        try:
            manifest = archive.read_manifest(source)
            self._same_engine(manifest)
            self._ask(source, manifest, yes=yes)
            with tempfile.TemporaryDirectory() as folder:
                dump = Path(folder) / archive.DATABASE
                archive.extract_database(source, dump)
                databases.load(dump)
            count = archive.extract_uploads(source)
        except archive.ArchiveError as error:
            raise CommandError(str(error)) from error
        for cache in caches.all(initialized_only=False):
            cache.clear()
        # Other processes, and a CDN, have caches of their own.
        call_command("forget_pages", stdout=self.stdout)
        self.stdout.write(f"Back as of {manifest.created}: the database and {count} files.")

    def _same_engine(self, manifest: archive.Manifest) -> None:
        """Refuse a backup of the other kind of database."""
        if manifest.engine != databases.engine():
            message = (
                f"This backup is of {manifest.engine}, the site runs on {databases.engine()}. "
                "Set DATABASE_URL to the same kind and try again."
            )
            raise CommandError(message)

    def _ask(self, source: Path, manifest: archive.Manifest, *, yes: bool) -> None:
        """Ask for a yes, unless it was given on the command line."""
        if yes:
            return
        question = f"Replace everything by {source.name}, made on {manifest.created}? (yes/no) "
        if input(question).strip().lower() != "yes":
            message = "Nothing was changed."
            raise CommandError(message)
