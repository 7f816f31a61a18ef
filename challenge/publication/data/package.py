"""Describes the files of the package, as Frictionless Data Package 1.0 asks.

https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from challenge.models import Release
from challenge.publication.data.tables import TABLES, Table
from challenge.publication.reading import read
from challenge.publication.results import Index
from core.opendata.registry import LICENCE, LICENCE_URL
from core.opendata.tables import csv_text

SNAPSHOT = "index.json"
DESCRIPTOR = "datapackage.json"
FILES = (DESCRIPTOR, *(f"{name}.csv" for name in TABLES), SNAPSHOT)
_LICENCES = [{"name": "CC-BY-4.0", "title": LICENCE, "path": LICENCE_URL}]


def package_of(release: Release, homepage: str) -> dict[str, bytes]:
    """Return every file of the package, by name.

    Args:
        release: what was released.
        homepage: the address of the page that explains it.

    """
    index = read(release.snapshot.content)
    files = files_of(release, index)
    described = describe(release, index, files, homepage)
    files[DESCRIPTOR] = json.dumps(described, ensure_ascii=False, indent=1).encode()
    return files


def files_of(release: Release, index: Index) -> dict[str, bytes]:
    """Return the tables and the snapshot."""
    files = {
        f"{table.name}.csv": csv_text(table.columns, table.rows(index)).encode()
        for table in TABLES.values()
    }
    # To the letter what its digest was taken of.
    files[SNAPSHOT] = release.snapshot.content.encode()
    return files


def describe(
    release: Release, index: Index, files: dict[str, bytes], homepage: str
) -> dict[str, Any]:
    """Return what `datapackage.json` says of these files."""
    return {
        "profile": "data-package",
        "name": f"index-{index.campaign['slug']}",
        "title": index.campaign["name"],
        "description": release.introduction,
        "homepage": homepage,
        "version": f"{index.number}.0.0",
        "created": index.made_at.isoformat(),
        "licenses": _LICENCES,
        "resources": [
            *(_table(table, files[f"{table.name}.csv"]) for table in TABLES.values()),
            {
                "profile": "data-resource",
                "name": "snapshot",
                "title": f"SHA-256 {release.snapshot.digest}",
                "path": SNAPSHOT,
                "format": "json",
                "mediatype": "application/json",
                **_measured(files[SNAPSHOT]),
            },
        ],
    }


def _table(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": str(table.title),
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        **_measured(content),
        "schema": {
            "fields": [
                {
                    "name": column.name,
                    "type": column.type,
                    "description": str(column.description),
                    "constraints": dict(table.rules.get(column.name, {})),
                }
                for column in table.columns
            ],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [name], "reference": {"resource": other, "fields": [column]}}
                for name, (other, column) in table.refers.items()
            ],
        },
    }


def _measured(content: bytes) -> dict[str, Any]:
    return {
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
