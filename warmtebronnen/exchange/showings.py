"""What the kept files of open data and the figures show, for the page cache."""

from __future__ import annotations

from django.apps import apps

from core.pagecache.registry import register_kept_view
from warmtebronnen.exchange.views import data_addresses
from warmtebronnen.figures.views import figures_addresses
from warmtebronnen.models import Confirmation, Notice, WarmtebronPage

RECORDS = ("Area", "Neighbourhood", "Organisation")


def register() -> None:
    """Forget all of them when a place changes, or what is said of it, or what it names."""
    records = [apps.get_model("projects", name) for name in RECORDS]
    register_kept_view(data_addresses, WarmtebronPage, Notice, Confirmation, *records)
    register_kept_view(figures_addresses, WarmtebronPage, Confirmation, records[0])
