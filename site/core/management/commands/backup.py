"""Back up the database and the uploads to one file."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core.operations import archive, databases


class Command(BaseCommand):
    """Writes a backup that `restore` can check and bring back."""

    help = "Back up the database and the uploads to one checked file; the site may go on running."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file to write."""
        parser.add_argument("--to", type=Path, help="the file to write (default: in VAR_DIR)")

    def handle(self, *args: object, to: Path | None = None, **options: object) -> None:
        """Write the backup and say where it is.

        Raises:
            CommandError: the backup could not be made.
        """
        now = timezone.now()
        target = to or Path(settings.VAR) / "backups" / f"warm-rotterdam-{now:%Y%m%d-%H%M%S}.tar.gz"
        manifest = archive.Manifest(created=now.isoformat(), engine=databases.engine())
        self.stdout.write("Copying the database and the uploads …")
        with tempfile.TemporaryDirectory() as folder:
            dump = Path(folder) / archive.DATABASE
            try:
                databases.dump(dump)
                archive.write(target, manifest, dump)
            except (archive.ArchiveError, OSError) as error:
                raise CommandError(str(error)) from error
        self.stdout.write(f"{target}: the database and {len(manifest.files) - 1} files.")
