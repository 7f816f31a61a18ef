"""A backup as one file: the database, the uploads, and a list of what must be in it.

The archive is a gzipped tar. `manifest.json` names every file with its SHA-256, so a
restore can refuse a damaged or incomplete archive before it touches anything.
"""

from __future__ import annotations

import hashlib
import json
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import Storage, default_storage

from core.storages import private_storage

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database"
MEDIA = "media/"
# Voice notes, forms of consent: as locked in the backup as they are on the disk.
PRIVATE = "private/"
CHUNK = 1 << 20
# What reading a file that is no archive, or half of one, can raise.
UNREADABLE = (OSError, EOFError, tarfile.TarError, zlib.error, KeyError, TypeError, ValueError)


class ArchiveError(Exception):
    """The archive cannot be used; its text says why and what to do."""


@dataclass
class Manifest:
    """What a backup holds.

    Attributes:
        created: when it was made, ISO 8601 in UTC.
        engine: the database engine, `sqlite` or `postgresql`.
        files: the SHA-256 of each file, by its name in the archive.
        format: the version of this layout.
    """

    created: str
    engine: str
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


def stored_files(storage: Storage, folder: str = "") -> Iterator[str]:
    """Yield the names of all files in a storage, folder by folder."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return  # nothing was ever uploaded
    prefix = f"{folder}/" if folder else ""
    for name in sorted(names):
        yield f"{prefix}{name}"
    for inner in sorted(folders):
        yield from stored_files(storage, f"{prefix}{inner}")


def digest(stream: IO[bytes]) -> str:
    """Return the SHA-256 of what is left in a stream, in hexadecimal."""
    total = hashlib.sha256()
    while chunk := stream.read(CHUNK):
        total.update(chunk)
    return total.hexdigest()


def storages() -> dict[str, Storage]:
    """Return where the uploads are, by the folder in the archive that holds them."""
    return {MEDIA: default_storage, PRIVATE: private_storage()}


def write(target: Path, manifest: Manifest, database: Path) -> None:
    """Write a backup to `target`, which appears only when it is whole."""
    partial = target.with_suffix(".partial")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(partial, "w:gz") as archive:
        with database.open("rb") as dump:
            manifest.files[DATABASE] = digest(dump)
        archive.add(database, DATABASE)
        for folder, storage in storages().items():
            for name in stored_files(storage):
                _add_stored(archive, manifest, storage, f"{folder}{name}", name)
        text = json.dumps(asdict(manifest), indent=2, sort_keys=True).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(text)
        archive.addfile(info, BytesIO(text))
    partial.chmod(0o600)
    partial.replace(target)


def _add_stored(
    archive: tarfile.TarFile, manifest: Manifest, storage: Storage, kept_as: str, name: str
) -> None:
    """Add one stored file to the archive and its digest to the manifest."""
    with storage.open(name) as stored:
        content = stored.read()
    info = tarfile.TarInfo(kept_as)
    info.size = len(content)
    archive.addfile(info, BytesIO(content))
    manifest.files[info.name] = hashlib.sha256(content).hexdigest()


def read_manifest(source: Path) -> Manifest:
    """Return the manifest of a backup after every file has been checked against it.

    Raises:
        ArchiveError: the file is no backup of ours, is damaged, or misses a file.
    """
    try:
        with tarfile.open(source, "r:gz") as archive:
            manifest = _load(archive)
            found = {
                member.name: digest(_stream(archive, member))
                for member in archive
                if member.name != MANIFEST
            }
    except UNREADABLE as error:
        message = f"{source} is not a whole backup ({error}). Use another one; nothing was changed."
        raise ArchiveError(message) from error
    if found != manifest.files:
        wrong = sorted(name for name in found | manifest.files if _differs(name, found, manifest))
        message = f"{source} is damaged: {wrong[0]} differs. Use another one; nothing was changed."
        raise ArchiveError(message)
    return manifest


def _differs(name: str, found: dict[str, str], manifest: Manifest) -> bool:
    """Return whether a file is missing, extra, or other than the manifest says."""
    return found.get(name) != manifest.files.get(name)


def _load(archive: tarfile.TarFile) -> Manifest:
    """Return the manifest as it stands in the archive."""
    data: dict[str, Any] = json.load(_stream(archive, archive.getmember(MANIFEST)))
    if data.get("format") != FORMAT:
        message = f"layout {data.get('format')} instead of {FORMAT}"
        raise ValueError(message)
    return Manifest(**data)


def _stream(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    """Return a member's content as a stream."""
    stream = archive.extractfile(member)
    if stream is None:
        message = f"{member.name} is not a file"
        raise ValueError(message)
    return stream


def extract_database(source: Path, target: Path) -> None:
    """Write the database dump of a checked backup to `target`."""
    with tarfile.open(source, "r:gz") as archive, target.open("wb") as out:
        stream = _stream(archive, archive.getmember(DATABASE))
        while chunk := stream.read(CHUNK):
            out.write(chunk)


def extract_uploads(source: Path) -> int:
    """Put the uploads of a checked backup where they belong; return how many files."""
    count = 0
    with tarfile.open(source, "r:gz") as archive:
        for member in archive:
            folder, slash, name = member.name.partition("/")
            storage = storages().get(f"{folder}{slash}")
            if storage is None:
                continue
            if storage.exists(name):
                storage.delete(name)
            storage.save(name, File(_stream(archive, member)))
            count += 1
    return count
