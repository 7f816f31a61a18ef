"""What is on its way to readers, for who works on it: what waits, comes back, is planned."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from wagtail.models import TaskState, WorkflowState

from redactieraad.admin.access import editable
from redactieraad.deciding.shelf import key_of
from redactieraad.deciding.writers import Key
from redactieraad.desk.texts import DeskText, texts_of
from redactieraad.models import RedactieraadTaskState, Remark
from redactieraad.publishing.pending import Pending, pending


@dataclass(frozen=True)
class Row:
    """A text in the overview.

    Attributes:
        key: which text it is.
        title: its title as it would appear.
        kind: what sort of text it is.
        language: its language tag.
        desk: how it stands at the redactieraad, for what is there.
        pending: what it waits for, for what is approved.
        remarks: what was asked, or why it came back; for its writers only.

    """

    key: Key
    title: str
    kind: str
    language: str
    desk: DeskText | None = None
    pending: Pending | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of the overview.

    Attributes:
        shown: its first texts.
        total: how many there are.

    """

    shown: list[Row]
    total: int

    @property
    def more(self) -> int:
        """Return how many are not shown."""
        return self.total - len(self.shown)


@dataclass(frozen=True)
class Overview:
    """All that is on its way, as far as this person works on it.

    Attributes:
        waiting: at the redactieraad, the oldest first.
        asked: of those, the ones with a question that nobody answered yet.
        sent_back: for their writers to mend.
        planned: approved, and waiting for a moment or an edition.
        ready: approved, and waiting for nothing.

    """

    waiting: Section
    asked: Section
    sent_back: Section
    planned: Section
    ready: Section

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to show."""
        sections = (self.waiting, self.sent_back, self.planned, self.ready)
        return not any(section.total for section in sections)


def overview_for(user: Any, limit: int) -> Overview:
    """Return what is on its way, with at most so many texts in each section."""
    at_desk = _current().select_related("workflow_state").order_by("started_at", "pk")
    states, approved = list(at_desk), pending()
    keys = {*map(key_of, states), *(one.key for one in approved)}
    mine = editable(user, keys)
    open_, back = _split([state for state in states if key_of(state) in mine])
    asked = _asked(open_)
    numbers = {*open_[:limit], *asked[:limit], *back[:limit]}
    rows = _rows(user, texts_of(_current().filter(pk__in=numbers)))
    approved = [one for one in approved if one.key in mine]
    return Overview(
        waiting=_section(open_, rows, limit),
        asked=_section(asked, rows, limit),
        sent_back=_section(back, rows, limit),
        planned=_approved([one for one in approved if one.waits], limit),
        ready=_approved([one for one in approved if not one.waits], limit),
    )


def _current() -> QuerySet[RedactieraadTaskState]:
    """Return the tasks that are not done with: open, or sent back and not withdrawn."""
    is_open = Q(
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    is_back = Q(
        status=TaskState.STATUS_REJECTED,
        workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
    )
    return RedactieraadTaskState.objects.filter(
        is_open | is_back, workflow_state__current_task_state=F("pk")
    )


def _split(states: list[RedactieraadTaskState]) -> tuple[list[int], list[int]]:
    """Return the numbers of the open tasks, and of those that were sent back."""
    open_ = [one.pk for one in states if one.status == TaskState.STATUS_IN_PROGRESS]
    return open_, [one.pk for one in states if one.status == TaskState.STATUS_REJECTED]


def _asked(open_: list[int]) -> list[int]:
    """Return which of these open tasks have a question that nobody answered yet."""
    questions = unanswered(Remark.objects.filter(task_state__in=open_))
    with_question = set(questions.values_list("task_state_id", flat=True))
    return [number for number in open_ if number in with_question]


def _rows(user: Any, texts: list[DeskText]) -> dict[int, Row]:
    """Return the rows of these texts, by the number of their task."""
    said: dict[int, list[Remark]] = defaultdict(list)
    for remark in unanswered(Remark.objects.filter(task_state__in=[one.state.pk for one in texts])):
        said[remark.task_state_id].append(remark)
    return {one.state.pk: _desk_row(one, user, said[one.state.pk]) for one in texts}


def _desk_row(one: DeskText, user: Any, said: list[Remark]) -> Row:
    remarks = tuple(said) if user.pk in one.writer_ids else ()
    return Row(key_of(one.state), one.title, one.kind, one.language, desk=one, remarks=remarks)


def _approved_row(one: Pending) -> Row:
    kind = type(one.text).kind_of_text(one.revision.content)
    return Row(one.key, one.revision.object_str, kind, one.decision.language, pending=one)


def unanswered(remarks: QuerySet[Remark]) -> QuerySet[Remark]:
    """Return the questions after which no writer answered, and why a text was sent back."""
    later = Remark.objects.filter(
        task_state=OuterRef("task_state"), kind=Remark.Kind.ANSWER, pk__gt=OuterRef("pk")
    )
    wanted = Q(kind=Remark.Kind.SENT_BACK) | (Q(kind=Remark.Kind.QUESTION) & ~Exists(later))
    return remarks.filter(wanted).select_related("user")


def _section(numbers: list[int], rows: dict[int, Row], limit: int) -> Section:
    shown = [rows[number] for number in numbers[:limit] if number in rows]
    return Section(shown, len(numbers))


def _approved(some: list[Pending], limit: int) -> Section:
    return Section([_approved_row(one) for one in some[:limit]], len(some))
