"""Places where residents are welcome, and what is known of them."""

from warmtebronnen.models.confirmations import Confirmation
from warmtebronnen.models.index import WarmtebronnenIndexPage
from warmtebronnen.models.notices import Notice
from warmtebronnen.models.places import PlacePhoto, WarmtebronPage
from warmtebronnen.models.private import PrivateAddress
from warmtebronnen.models.reports import Report
from warmtebronnen.models.tending import Tending

__all__ = [
    "Confirmation",
    "Notice",
    "PlacePhoto",
    "PrivateAddress",
    "Report",
    "Tending",
    "WarmtebronPage",
    "WarmtebronnenIndexPage",
]
