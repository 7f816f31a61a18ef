"""What the page of a place shows: facts of the original, words of the page that is served."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext

from wagtail.images import get_image_model

from core.blocks.library import Library, Reference
from core.pagecache.shared import of_this_page
from core.pagelinks import PageLink
from warmtebronnen import hours
from warmtebronnen.directory.contact_links import call_link, map_links, whatsapp_link
from warmtebronnen.directory.entries import Entry
from warmtebronnen.directory.opening_status import Standing, standing
from warmtebronnen.freshness import Freshness, freshness
from warmtebronnen.models import Confirmation, Notice, WarmtebronPage
from warmtebronnen.place.mentions import mentions_of
from warmtebronnen.snapshot import AHEAD, closures_in, entry_of
from warmtebronnen.vocabulary import SPOKEN, Access, Cost, Entrance, Need, Spoken

HOLIDAYS_AHEAD = 60


@dataclass(frozen=True)
class Hours:
    """Opening hours as readers see them; nothing where they are not known."""

    summary: hours.Summary | None
    week: list[hours.Day]
    ahead: list[hours.Day]


@dataclass(frozen=True)
class Facts:
    """What is known of a place, in the reader's language."""

    place: WarmtebronPage
    entry: Entry
    standing: Standing
    hours: Hours | None
    notices: list[Notice]
    confirmation: Confirmation | None
    is_doubted: bool
    mentions: list[PageLink]

    @property
    def needs(self) -> list[str | Promise]:
        """Return what there is."""
        return [Need(code).label for code in self.entry.needs if code in Need.values]

    @property
    def how_to_come(self) -> list[str | Promise]:
        """Return how to come in."""
        codes = self.entry.how_to_come
        return [Entrance(code).label for code in codes if code in Entrance.values]

    @property
    def spoken(self) -> list[tuple[str, Spoken]]:
        """Return the languages spoken, by code."""
        return [(code, SPOKEN[code]) for code in self.entry.spoken if code in SPOKEN]

    @property
    def access(self) -> list[str | Promise]:
        """Return what makes it easier to be there."""
        return [Access(code).label for code in self.entry.access if code in Access.values]

    @property
    def costs(self) -> str | Promise:
        """Return what it costs."""
        return Cost(self.entry.costs).label if self.entry.costs in Cost.values else ""

    @property
    def call(self) -> str:
        """Return the link that calls."""
        return call_link(self.place.phone) if self.place.phone else ""

    @property
    def whatsapp(self) -> str:
        """Return the link to a conversation."""
        return whatsapp_link(self.place.whatsapp) if self.place.whatsapp else ""

    @property
    def map(self) -> dict[str, str]:
        """Return the links that show where it is; none for a secret address."""
        return map_links(self.entry.point, self.entry.address)

    @property
    def website(self) -> str:
        """Return the name of its website, without what nobody says aloud."""
        return self.place.website.removeprefix("https://").removeprefix("www.").rstrip("/")

    @property
    def can_be_reached(self) -> bool:
        """Return whether there is a way to ask something before going there."""
        place = self.place
        return any((place.phone, place.whatsapp, place.email, place.website))

    @property
    def unknown(self) -> list[str]:
        """Return the names of what nobody told us: not knowing is not the same as no."""
        place = self.place
        known = {
            gettext("What is there"): self.needs,
            gettext("Coming in"): self.how_to_come,
            gettext("Costs"): self.costs or place.costs_note,
            gettext("Languages spoken"): self.spoken,
            gettext("Address"): place.address or place.is_confidential,
            gettext("Getting in and around"): self.access,
            gettext("Contact"): self.can_be_reached,
        }
        return [name for name, value in known.items() if not value]


def place_context(page: WarmtebronPage, request: HttpRequest) -> dict[str, Any]:
    """Return what the template of a place shows."""
    at = timezone.now()
    photos = [photo for photo in page.photos.all() if photo.image_id]
    library = Library(
        [
            *page.body.stream_block.references(page.body),
            *(Reference(get_image_model(), photo.image_id, "text") for photo in photos),
        ]
    )
    pictures = library.records(get_image_model()) if photos else {}
    return {
        "facts": facts_of(page.original, at),
        "at": at,
        "today": at.astimezone(hours.ZONE).date(),
        "library": library,
        "photos": [(one, pictures[one.image_id]) for one in photos if one.image_id in pictures],
    }


def facts_of(place: WarmtebronPage, at: dt.datetime) -> Facts:
    """Return what is known of a place at a moment."""
    notices = list(_notices(place, at.astimezone(hours.ZONE).date()))
    confirmation = _confirmation(place)
    entry = entry_of(place, {}, closures_in(notices))
    since = confirmation.confirmed_at if confirmation else place.first_published_at
    return Facts(
        place=place,
        entry=entry,
        standing=standing(entry, at),
        hours=hours_of(place.hours, at.astimezone(hours.ZONE).date()),
        notices=notices,
        confirmation=confirmation,
        is_doubted=place.live and freshness(since, at) in {Freshness.STALE, Freshness.SUNK},
        mentions=of_this_page("mentions", lambda: mentions_of(place)),
    )


def hours_of(spec: str, today: dt.date) -> Hours | None:
    """Return hours for readers; nothing where they are not known, or nobody can read them."""
    if not spec:
        return None
    try:
        return Hours(
            summary=hours.summary(spec, today),
            week=hours.week(spec, today),
            ahead=hours.holidays_ahead(spec, today, HOLIDAYS_AHEAD),
        )
    except hours.HoursError:
        return None


def _notices(place: WarmtebronPage, today: dt.date) -> QuerySet[Notice]:
    """Return the notices that hold today or soon."""
    return Notice.objects.filter(
        place_id=place.pk, withdrawn_at=None, ends_on__gte=today, starts_on__lte=today + AHEAD
    )


def _confirmation(place: WarmtebronPage) -> Confirmation | None:
    """Return when and by whom it was last found right: read along, or asked for."""
    if not hasattr(place, "confirmed_at"):
        return Confirmation.objects.filter(place_id=place.pk).first()
    if place.confirmed_at is None:
        return None
    return Confirmation(confirmed_at=place.confirmed_at, by=place.confirmed_by)
