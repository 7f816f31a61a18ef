"""What became of a text that the redactieraad is done with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from wagtail.models import TaskState

from redactieraad.desk.texts import DeskText
from redactieraad.models import Decision
from redactieraad.publishing.pending import Pending, pending_of


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
        pending: what it waits for, if it is approved and not public yet.

    """

    became: Became
    since: dt.datetime | None
    pending: Pending | None = None


def outcomes_of(texts: list[DeskText], planned: dict[int | None, Pending]) -> dict[int, Outcome]:
    """Return what became of each text, by the number of its task.

    Args:
        texts: the texts of tasks that are closed.
        planned: what is approved and not public yet, by the number of its task.

    """
    numbers = [one.state.pk for one in texts]
    approved = Decision.objects.filter(task_state__in=numbers)
    decided = set(approved.values_list("task_state", flat=True))
    return {
        number: Outcome(
            _became(one, is_decided=number in decided, is_planned=number in planned),
            one.state.finished_at,
            planned.get(number),
        )
        for number, one in zip(numbers, texts, strict=True)
    }


def outcome_of(one: DeskText) -> Outcome:
    """Return what became of one text."""
    pending = pending_of(one.text)
    planned = {pending.decision.task_state_id: pending} if pending else {}
    return outcomes_of([one], planned)[one.state.pk]


def _became(one: DeskText, *, is_decided: bool, is_planned: bool) -> Became:
    if one.state.status == TaskState.STATUS_REJECTED:
        return Became.SENT_BACK
    if not is_decided:
        return Became.WITHDRAWN
    if is_planned:
        return Became.PLANNED
    return Became.PUBLIC if one.text.live else Became.OFFLINE
