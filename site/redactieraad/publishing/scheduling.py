"""Publishes what is planned and takes offline what is over; no text keeps another from it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from wagtail.models import DraftStateMixin, Page, Revision

from redactieraad.guard import NotApprovedError

logger = logging.getLogger(__name__)

# How Wagtail's own command signs what it publishes, and what it takes offline.
BY_THE_CLOCK = "wagtail.publish.scheduled"
OFFLINE_BY_THE_CLOCK = "wagtail.unpublish.scheduled"


def carry_out_what_is_planned() -> None:
    """Do now what was planned for before now."""
    now = timezone.now()
    for instance in _expired(now):
        _in_its_own_right(instance, _take_offline)
    planned = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    for revision in planned.defer("content"):
        _in_its_own_right(revision, _publish)


def _expired(now: datetime) -> Iterator[Any]:
    """Yield what is public and should not be any more.

    Wagtail's command takes all of them as plain pages, past what their own class does.
    """
    yield from Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at").specific()
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            found = model._default_manager.filter(live=True, expire_at__lte=now)
            yield from found.order_by("expire_at")


def _in_its_own_right(subject: Any, action: Callable[[Any], None]) -> None:
    """Carry out one thing; what goes wrong with it is logged, without its title."""
    try:
        with transaction.atomic():
            action(subject)
    except Exception:  # whatever it is, the others are due as well
        logger.exception("%s %s: could not do what was planned", subject._meta.label, subject.pk)


def _take_offline(instance: Any) -> None:
    instance.unpublish(set_expired=True, log_action=OFFLINE_BY_THE_CLOCK)


def _publish(planned: Revision) -> None:
    """Publish a planned revision, unless somebody else just did, or changed the plan.

    What the redactieraad does not allow any more is taken off the plan.
    """
    revision = (
        Revision.objects.select_for_update()
        .filter(pk=planned.pk, approved_go_live_at__lte=timezone.now())
        .first()
    )
    if revision is None:
        return
    try:
        with transaction.atomic():
            revision.publish(log_action=BY_THE_CLOCK)
    except NotApprovedError:
        logger.warning("%s %s: not approved any more", revision._meta.label, revision.pk)
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
