"""How places stand, for who tends them: many with as many queries as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils import timezone

from wagtail.models import Page, WorkflowState

from redactieraad.desk.texts import DeskText, texts_of
from redactieraad.models import RedactieraadTaskState
from warmtebronnen.freshness import Freshness, freshness
from warmtebronnen.models import Notice, WarmtebronPage

# A change of a place that is not done with: it waits for votes, or was sent back.
UNDER_WAY = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


@dataclass(frozen=True)
class Standing:
    """How a place stands.

    Attributes:
        place: its page.
        change: its change that waits at the redactieraad or was sent back, if there is one.
        freshness: how long ago it was found right.
        notices: what holds today.

    """

    place: WarmtebronPage
    change: DeskText | None
    freshness: Freshness
    notices: list[Notice]

    @property
    def is_closed_today(self) -> bool:
        """Return whether a notice says that it is closed today."""
        return any(one.is_closed for one in self.notices)

    @property
    def is_stale(self) -> bool:
        """Return whether readers are told that nobody looked for long."""
        return self.freshness in {Freshness.STALE, Freshness.SUNK}

    @property
    def is_asked(self) -> bool:
        """Return whether it is time to look whether all is still right."""
        return self.place.live and self.freshness is not Freshness.FRESH


def standings_of(places: Iterable[WarmtebronPage], now: datetime) -> list[Standing]:
    """Return how these places stand; they come from `with_confirmation()`."""
    pages = list(places)
    changes = _changes(pages)
    notices: dict[int, list[Notice]] = defaultdict(list)
    for one in Notice.objects.holding_on(timezone.localdate(now)).filter(place__in=pages):
        notices[one.place_id].append(one)
    return [
        Standing(
            place=page,
            change=changes.get(str(page.pk)),
            freshness=freshness(counted_from(page), now),
            notices=notices[page.pk],
        )
        for page in pages
    ]


def counted_from(place: WarmtebronPage) -> datetime | None:
    """Return when a place was last found right, or else became public."""
    return place.confirmed_at or place.first_published_at


def _changes(pages: list[WarmtebronPage]) -> dict[str, DeskText]:
    states = RedactieraadTaskState.objects.filter(
        workflow_state__base_content_type=ContentType.objects.get_for_model(Page),
        workflow_state__object_id__in=[str(page.pk) for page in pages],
        workflow_state__status__in=UNDER_WAY,
        workflow_state__current_task_state=F("pk"),
    )
    return {one.state.workflow_state.object_id: one for one in texts_of(states)}
