"""How one text stands, for its editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F

from wagtail.models import WorkflowState

from redactieraad.deciding.remarks import remarks_on
from redactieraad.desk.texts import DeskText, texts_of
from redactieraad.fingerprint import fingerprint_of_revision
from redactieraad.governed import Bundle
from redactieraad.models import Entry, RedactieraadTaskState, Remark
from redactieraad.publishing.pending import Pending, pending_of
from redactieraad.register.approvals import approval_of


@dataclass(frozen=True)
class Situation:
    """How a text stands.

    Attributes:
        text: the page or snippet.
        entry: by which it is public, if it is.
        desk: how it stands at the redactieraad, if it is there or was sent back.
        pending: what was approved and is not public yet.
        is_newer: whether what the editor sees is a text that nobody approved.
        remarks: what was said of it; None for who did not write it.
        bundle: what appears together with it, if it is that sort of text.

    """

    text: Any
    entry: Entry | None
    desk: DeskText | None
    pending: Pending | None
    is_newer: bool
    remarks: list[Remark] | None
    bundle: Bundle | None

    @property
    def is_open(self) -> bool:
        """Return whether it is at the redactieraad now."""
        return self.desk is not None and self.desk.is_open

    @property
    def is_sent_back(self) -> bool:
        """Return whether it was sent back, and not submitted again."""
        return self.desk is not None and not self.desk.is_open

    @property
    def votes_at_stake(self) -> int:
        """Return how many votes an edit voids."""
        return len(self.desk.votes) if self.desk is not None and self.desk.is_open else 0


def situation_of(text: Any, user: Any) -> Situation:
    """Return how this text stands, with what this person may know of it."""
    entry, desk, waiting = approval_of(text), _desk_text(text), pending_of(text)
    approved = {waiting.decision.fingerprint} if waiting else set()
    approved |= {entry.fingerprint} if entry else set()
    revision = text.latest_revision
    return Situation(
        text=text,
        entry=entry,
        desk=desk,
        pending=waiting,
        is_newer=revision is not None and fingerprint_of_revision(revision) not in approved,
        remarks=_remarks(desk, user),
        bundle=text.bundle(),
    )


def _desk_text(text: Any) -> DeskText | None:
    """Return how the text stands in the workflow that it is in, if it is in one."""
    states = RedactieraadTaskState.objects.filter(
        workflow_state__base_content_type=text.get_base_content_type(),
        workflow_state__object_id=str(text.pk),
        workflow_state__status__in=(
            WorkflowState.STATUS_IN_PROGRESS,
            WorkflowState.STATUS_NEEDS_CHANGES,
        ),
        workflow_state__current_task_state=F("pk"),
    )
    return next(iter(texts_of(states)), None)


def _remarks(desk: DeskText | None, user: Any) -> list[Remark] | None:
    if desk is None or user.pk not in desk.writer_ids:
        return None
    return list(remarks_on(desk.state.workflow_state))
