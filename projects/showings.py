"""Which pages show a record without naming it, for the page cache."""

from __future__ import annotations

from core.pagecache.registry import register_showing
from projects.models import Fact, FactsPage, ProgrammeLine, ProjectIndexPage


def register() -> None:
    """Say where all facts and all programme lines are listed."""
    register_showing(Fact, lambda _fact: FactsPage.objects.live())
    register_showing(ProgrammeLine, lambda _line: ProjectIndexPage.objects.live())
