"""Reads the directory from the database, once for each state of it.

A thousand places are some hundred milliseconds of queries, and they change a few times a day. So
each process keeps what it read until the page of the directory is forgotten: the page cache hears
of every change, in every process (see `showings`).
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections import defaultdict
from collections.abc import Iterable
from threading import Lock
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from core.pagecache.shared import kept_with
from core.restrictions import public
from languages.registry import SOURCE
from warmtebronnen.addresses import directory_path
from warmtebronnen.directory.entries import Closures, Directory, Entry, Words
from warmtebronnen.directory.postcodes import Point
from warmtebronnen.models import Notice, WarmtebronPage

# Notices that begin later are looked at when their time comes: no snapshot outlives a day.
AHEAD = dt.timedelta(days=21)
_NEEDED = (
    "path", "slug", "title", "summary", "first_published_at", "translation_key",
    "needs", "costs", "how_to_come", "spoken", "access", "address", "postcode", "town",
    "latitude", "longitude", "phone", "hours", "is_confidential", "is_example",
    "area__key", "area__name", "neighbourhood__name",
)  # fmt: skip

_lock = Lock()
_read: dict[str, Directory] = {}


def directory() -> Directory:
    """Return the directory as it is now. Nobody may change it."""
    version = directory_version()
    with _lock:
        if version not in _read:
            found = read_directory()
            _read.clear()
            _read[version] = found
        return _read[version]


def directory_version() -> str:
    """Return a name for the state that the directory is in today."""
    today = timezone.localdate()
    return kept_with(
        directory_path(SOURCE), f"state of the directory {today}", lambda: secrets.token_hex(8)
    )


def read_directory() -> Directory:
    """Read all places that everybody may see, by three queries."""
    originals = public(
        WarmtebronPage.objects.originals()
        .live()
        .with_confirmation()
        .select_related("area", "neighbourhood")
        .only(*_NEEDED)
        .order_by("path")
    )
    words = _words()
    closures = _closures()
    return Directory.of(
        entry_of(page, words[page.translation_key], closures[page.pk]) for page in originals
    )


def _words() -> defaultdict[Any, dict[str, Words]]:
    """Return what places are called in each language, by translation key."""
    found: defaultdict[Any, dict[str, Words]] = defaultdict(dict)
    rows = WarmtebronPage.objects.live().values_list(
        "translation_key", "locale__language_code", "title", "summary"
    )
    for key, code, title, summary in rows:
        found[key][code] = Words(code, title, summary)
    return found


def _closures() -> defaultdict[int, Closures]:
    """Return the days that notices close a place, by place."""
    today = timezone.localdate()
    found: defaultdict[int, Closures] = defaultdict(tuple)
    for notice in Notice.objects.filter(
        starts_on__lte=today + AHEAD, ends_on__gte=today, withdrawn_at=None, is_closed=True
    ):
        found[notice.place_id] += closures_in([notice])
    return found


def closures_in(notices: Iterable[Notice]) -> Closures:
    """Return the days that some notices close a place."""
    return tuple((one.starts_on, one.ends_on) for one in notices if one.is_closed)


def entry_of(page: Any, words: dict[str, Words], closures: Closures) -> Entry:
    """Return what lists say of a place, from the page in the site's own language."""
    where = {} if page.is_confidential else _where(page)
    return Entry(
        pk=page.pk,
        slug=page.slug,
        words=words,
        needs=tuple(page.needs),
        costs=page.costs,
        how_to_come=tuple(page.how_to_come),
        spoken=tuple(page.spoken),
        access=tuple(page.access),
        area=(page.area.key, page.area.name) if page.area else ("", ""),
        phone=page.phone,
        hours=page.hours,
        closures=closures,
        checked_at=getattr(page, "confirmed_at", None) or page.first_published_at,
        is_confidential=page.is_confidential,
        is_example=page.is_example,
        **where,
    )


def _where(page: Any) -> dict[str, Any]:
    """Return where a place is. Never asked of a confidential one, whatever its fields hold."""
    name = page.neighbourhood.name if page.neighbourhood else ""
    has_point = page.latitude is not None and page.longitude is not None
    return {
        "address": ", ".join(filter(None, (page.address, _town(page)))),
        "neighbourhood": (slugify(name), name),
        "point": Point(float(page.latitude), float(page.longitude)) if has_point else None,
    }


def _town(page: Any) -> str:
    return " ".join(filter(None, (page.postcode, page.town))) if page.address else ""
