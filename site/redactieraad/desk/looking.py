"""What a member sees now, and what they can compare it with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from redactieraad.desk.texts import DeskText
from redactieraad.fingerprint import fingerprint
from redactieraad.models import Look, Member


@dataclass(frozen=True)
class Earlier:
    """A text of before, to compare with.

    Attributes:
        instance: the page or snippet as it was.
        looked_at: when the member saw it; None for what readers see now.

    """

    instance: Any
    looked_at: dt.datetime | None


def look_at(member: Member, one: DeskText) -> Look:
    """Remember that the member sees the text as it is now."""
    workflow_state = one.state.workflow_state
    look, is_first = Look.objects.get_or_create(
        user_id=member.user_id,
        content_type=workflow_state.base_content_type,
        object_id=workflow_state.object_id,
        defaults={
            "fingerprint": one.fingerprint,
            "content": one.revision.content,
            "looked_at": timezone.now(),
        },
    )
    if not is_first and look.fingerprint != one.fingerprint:
        look.move_on(one.fingerprint, one.revision.content)
        look.save()
    return look


def earlier_text(look: Look, one: DeskText) -> Earlier | None:
    """Return what this member saw before, else what readers see now, if it is another text."""
    if look.content_before is not None:
        before = one.text.with_content_json(look.content_before)
        return Earlier(before, look.looked_before_at)
    if not one.text.live:
        return None
    public = type(one.text)._default_manager.get(pk=one.text.pk)
    return Earlier(public, None) if fingerprint(public) != one.fingerprint else None
