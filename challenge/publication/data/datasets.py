"""The index among the open data of the site, once one is public."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from challenge.models import Campaign, Release
from challenge.publication.data.package import DESCRIPTOR, SNAPSHOT
from challenge.publication.data.tables import MEMBERS, PARTIES, SCENARIOS, Table
from challenge.publication.data.views import data_addresses, is_public, url_name
from core.opendata import DataFile, Dataset, register_dataset
from core.pagecache.registry import register_kept_view


def register() -> None:
    """Show each table with its columns, and forget all files when what is public changes."""
    for table in (PARTIES, MEMBERS, SCENARIOS):
        register_dataset(_dataset(table))
    register_kept_view(data_addresses, Campaign, Release)


def _dataset(table: Table) -> Dataset:
    """Return a table as a dataset; the whole package stands with the first."""
    is_first = table is PARTIES
    file = f"{table.name}.csv"
    more = (
        DataFile(url_name(SNAPSHOT), "JSON"),
        DataFile(url_name(DESCRIPTOR), "Frictionless Data Package"),
    )
    return Dataset(
        key=table.name if is_first else f"{PARTIES.name}-{table.name}",
        title=table.title,
        description=_("How a council responded to the challenge, of the newest campaign."),
        files=(DataFile(url_name(file), "CSV"), *(more if is_first else ())),
        columns=table.columns,
        is_public=is_public,
    )
