"""Takes a text away from readers and from the redactieraad, whatever state it is in."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from redactieraad.models import Decision


@transaction.atomic
def give_up(text: Any, user: User | None = None) -> None:
    """Take a text offline, off every plan and off the council's list; what was decided ends.

    Its draft stays, and may be submitted again. `signals.because` says why in the register.

    Args:
        text: a governed page or snippet.
        user: in whose name it stands in the admin's history.

    """
    workflow_state = text.current_workflow_state
    if workflow_state is not None:
        workflow_state.cancel(user=user)
    if text.live:
        text.unpublish(user=user)
    base = text.get_base_content_type()
    Decision.objects.of(base, text.pk).in_force().update(ended_at=timezone.now())
    text.revisions.update(approved_go_live_at=None)
