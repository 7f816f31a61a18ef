"""What became of a text that the redactieraad is done with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from wagtail.models import TaskState

from redactieraad.desk.texts import DeskText
from redactieraad.models import Decision


class Became(StrEnum):
    """What may become of a text."""

    PUBLIC = "public"
    PLANNED = "planned"
    OFFLINE = "offline"
    SENT_BACK = "sent-back"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Outcome:
    """What became of a text.

    Attributes:
        became: what.
        since: when the redactieraad was done with it.
        appears_at: when it appears, if that moment is planned.
        decision: what was decided, if it was approved.

    """

    became: Became
    since: dt.datetime | None
    appears_at: dt.datetime | None = None
    decision: Decision | None = None


def outcomes_of(texts: list[DeskText]) -> dict[int, Outcome]:
    """Return what became of each text, by the number of its task."""
    numbers = [one.state.pk for one in texts]
    decisions = Decision.objects.filter(task_state__in=numbers).select_related("revision")
    by_state = {decision.task_state_id: decision for decision in decisions}
    return {one.state.pk: _outcome(one, by_state.get(one.state.pk)) for one in texts}


def _outcome(one: DeskText, decision: Decision | None) -> Outcome:
    since = one.state.finished_at
    if one.state.status == TaskState.STATUS_REJECTED:
        return Outcome(Became.SENT_BACK, since)
    if decision is None:
        return Outcome(Became.WITHDRAWN, since)
    planned = decision.revision and decision.revision.approved_go_live_at
    if decision.ended_at is None and planned and planned > timezone.now():
        return Outcome(Became.PLANNED, since, planned, decision)
    if one.text.live:
        return Outcome(Became.PUBLIC, since, decision=decision)
    became = Became.PLANNED if decision.ended_at is None else Became.OFFLINE
    return Outcome(became, since, decision=decision)
