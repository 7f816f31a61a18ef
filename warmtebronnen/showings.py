"""Which addresses show a place, for the page cache: the directory and its own, in ten languages."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from core.pagecache.registry import Views, register_kept_view, register_showing
from warmtebronnen.addresses import CODES, list_paths, place_path
from warmtebronnen.models import Confirmation, Notice, WarmtebronnenIndexPage, WarmtebronPage


def register() -> None:
    """Say where places are shown, and what is said about them at the moment."""
    register_kept_view(directory_addresses, WarmtebronnenIndexPage)
    register_showing(WarmtebronPage, addresses_of)
    for model in (Notice, Confirmation):
        register_showing(model, lambda said: addresses_of(said.place))
    for name in ("Area", "Neighbourhood"):
        register_showing(apps.get_model("projects", name), lambda _record: directory_addresses())


def directory_addresses() -> Views:
    """Return where the directory is."""
    return Views(tuple(path for code in CODES for path in list_paths(code)))


def addresses_of(page: Any) -> Views:
    """Return where a place and the directory are."""
    slug = page.original.slug
    places = tuple(place_path(code, slug) for code in CODES)
    return Views((*directory_addresses().paths, *places))
