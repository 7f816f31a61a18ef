"""The pages of the index: all parties, and each of them. From the launch only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from challenge.embargo import release_or_404
from challenge.models import Campaign, CampaignPage, Snapshot
from challenge.public import routes
from challenge.public.band_plot import BandPlot, Ranked, draw_bands
from challenge.public.persons import groups_on, sheets_of
from challenge.public.pictures import picture_path
from challenge.public.scenarios import scenario_name
from challenge.public.selectors import Public
from challenge.public.showing import part_of, show
from challenge.public.sorting import BY_PLACE, PARAMETER, Order
from challenge.public.structured_data import dataset
from challenge.publication.results import Index, PartyLine
from core.models import Part

PAGE = "pagina"
LEAGUE = 60


@dataclass(frozen=True)
class Row:
    """A party in the table.

    Attributes:
        party: as it came out.
        comparable: the names of the parties whose band overlaps its own.
        holds: in how many of the scenarios it has the place that is shown.

    """

    party: PartyLine
    comparable: list[str]
    holds: int

    @property
    def percent(self) -> float:
        """Return the score as a percentage, for readers; the fraction stands beside it."""
        return float(100 * (self.party.score or 0))


def index(request: HttpRequest, page: CampaignPage) -> HttpResponse:
    """Show the four answers as equals, then the parties, and how firm their places are."""
    shown = Public(page, release_or_404(page.campaign))
    found: Any = shown.index
    order = Order.read(request.GET.get(PARAMETER, BY_PLACE)) or Order()
    ranked = [party for party in found.parties if party.place is not None]
    about = _("How the council and its parties responded to the challenge: facts, not opinions.")
    part_of(page, routes.INDEX, Part(_("The index"), about))
    page.described = [dataset(shown.campaign, found, page)]
    context = {
        "index": found,
        "outcomes": shown.outcomes(),
        "rows": [row_of(party, found) for party in order.sorted(ranked)],
        "columns": order.columns(),
        "plot": drawing_of(ranked),
        "without_place": [party for party in found.parties if party.place is None],
        "scenarios": [scenario_name(code) for code in found.scenarios],
        "snapshots": snapshots_of(shown),
        "files": files_of(shown.campaign),
        **_league(request, shown, found),
    }
    return show(request, shown, "index", context, reads=[PARAMETER, PAGE])


def party(request: HttpRequest, page: CampaignPage, slug: str) -> HttpResponse:
    """Show a party: its place with its band, in every scenario, and its members.

    Raises:
        Http404: there is no such party in the index.

    """
    shown = Public(page, release_or_404(page.campaign))
    found: Any = shown.index
    line = found.party(slug)
    if line is None:
        message = "There is no such party in this index."
        raise Http404(message)
    place = f"{routes.INDEX}{line.slug}/"
    about = _("How the members of %(party)s responded to the challenge.") % {"party": line.name}
    part_of(page, place, Part(line.name, about, picture_path(page, found, line)))
    context = {
        "index": found,
        "row": row_of(line, found),
        "plot": drawing_of([line]) if line.place is not None else None,
        "groups": groups_on(sheets_of(shown, line.persons), line.counts),
        "places": [(scenario_name(code), line.places.get(code)) for code in found.scenarios],
    }
    return show(request, shown, "party", context)


def row_of(line: PartyLine, found: Index) -> Row:
    """Return a party as it stands in the table."""
    names = {other.slug: other.short_name for other in found.parties}
    holds = sum(place == line.place for place in line.places.values())
    return Row(line, [names[slug] for slug in line.comparable], holds)


def drawing_of(parties: Sequence[PartyLine]) -> BandPlot | None:
    """Return the drawing of these parties in the reader's direction; None for none."""
    ranked = [
        Ranked(line.short_name, line.place, line.band, place_text(line))
        for line in parties
        if line.place is not None and line.band is not None
    ]
    return draw_bands(ranked, mirrored=get_language_bidi()) if ranked else None


def place_text(line: PartyLine) -> str:
    """Return a place, never without its band."""
    low, high = line.band or (0, 0)
    return f"{line.place} ({low}–{high})"


def snapshots_of(shown: Public) -> list[Snapshot]:
    """Return the released snapshot and those before it, the newest first."""
    number = shown.index.number if shown.index else 0
    earlier = Snapshot.objects.filter(campaign=shown.campaign, number__lte=number)
    return list(earlier.defer("content").order_by("-number"))


def files_of(campaign: Campaign) -> list[tuple[str, str]]:
    """Return the files with which everybody can reckon it again, by their names."""
    return [
        (name, reverse(f"campaign_index_data_{code}", args=[campaign.slug]))
        for name, code in (
            ("Data Package", "datapackage_json"),
            ("CSV", "index_csv"),
            ("JSON", "index_json"),
        )
    ]


def _league(request: HttpRequest, shown: Public, found: Index) -> dict[str, Any]:
    """Return the table of persons, only where the redactieraad switched it on."""
    if shown.release is None or not shown.release.shows_league:
        return {}
    items = Paginator(found.league(), LEAGUE).get_page(request.GET.get(PAGE))
    names = {line.slug: line.name for line in found.parties}
    return {"items": items, "league": [(line, names[line.person.party]) for line in items]}
