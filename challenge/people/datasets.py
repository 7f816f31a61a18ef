"""Councils on the page of open data, and when what is kept of them is forgotten."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from challenge.models import Council, CouncilMember, Membership, Party
from challenge.people.views import people_addresses
from core.opendata import DataFile, Dataset, register_dataset
from core.pagecache.registry import register_kept_view

PEOPLE = Dataset(
    key="popolo",
    title=_("Councils, parties and members"),
    description=_(
        "Who sits in which council for which party, from when until when, in the shape of "
        "Popolo. The list names the file of each council. Without addresses."
    ),
    files=(DataFile("popolo_index", "JSON"),),
)


def register() -> None:
    """Show the dataset, and forget what is kept of it when somebody comes or goes."""
    register_dataset(PEOPLE)
    register_kept_view(people_addresses, Council, Party, CouncilMember, Membership)
