"""What the page cache has to forget: the register names what is live, and where it is."""

from __future__ import annotations

from core.pagecache.registry import register_kept_view
from redactieraad.governed import GovernedPage
from redactieraad.models import Entry
from redactieraad.register.views import register_addresses


def register() -> None:
    """Forget the register when an entry is added, or a page gets another name or address."""
    register_kept_view(register_addresses, Entry, GovernedPage)
