"""Takes portraits offline when the consent to show them ends."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from wagtail.log_actions import log

from accounts.models import User
from magazine.consent.moving import finish_moving
from magazine.consent.withholding import withhold_files_of
from magazine.models import Consent, PortraitPage
from redactieraad.models import Entry
from redactieraad.publishing.giving_up import give_up
from redactieraad.signals import because

logger = logging.getLogger(__name__)
WITHDRAW = "magazine.consent.withdraw"


def portraits_of(consent: Consent) -> QuerySet[PortraitPage]:
    """Return the portraits that lean on this consent, in every language."""
    keys = PortraitPage.objects.filter(consent=consent).values("translation_key")
    portraits = PortraitPage.objects.filter(translation_key__in=keys)
    return portraits.select_related("locale", "consent").order_by("path")


@transaction.atomic
def withdraw(consent: Consent, user: User | None = None) -> list[PortraitPage]:
    """Carry out that a person takes their consent back: at once, and in every language.

    Once more does nothing more.

    Args:
        consent: what is taken back.
        user: who carries it out.

    Returns:
        What was public until now.

    """
    consent = Consent.objects.select_for_update().get(pk=consent.pk)
    if consent.withdrawn_on is not None:
        return end(consent, user)
    consent.withdrawn_on = timezone.localdate()
    _settle(consent, withdrawn_on=consent.withdrawn_on)
    log(instance=consent, action=WITHDRAW, user=user)
    return _stop(portraits_of(consent), Entry.Reason.CONSENT_WITHDRAWN, user)


@transaction.atomic
def end(consent: Consent, user: User | None = None) -> list[PortraitPage]:
    """Take offline what leans on this consent, if it is not valid today.

    Returns:
        What was public until now.

    """
    if consent.allows("site"):
        Consent.objects.filter(pk=consent.pk).update(settled_at=None)
        return []
    _settle(consent)
    is_over = consent.valid_until < timezone.localdate() and consent.withdrawn_on is None
    reason = Entry.Reason.CONSENT_EXPIRED if is_over else Entry.Reason.CONSENT_WITHDRAWN
    # A translation may lean on another consent, which is valid.
    without = [page for page in portraits_of(consent) if not page.may_appear()]
    return _stop(without, reason, user)


def end_what_expired() -> None:
    """Take offline what leans on a consent that is not valid today: for the clock."""
    valid = Consent.objects.valid_on(timezone.localdate())
    valid.exclude(settled_at=None).update(settled_at=None)
    for consent in Consent.objects.exclude(pk__in=valid).filter(settled_at=None):
        end(consent)
    # What somebody changed past all this, in the database.
    for portrait in PortraitPage.objects.filter(live=True).exclude(consent__in=valid):
        _stop([portrait], Entry.Reason.CONSENT_WITHDRAWN, None)
    finish_moving()


def end_for_reader(consent: Consent) -> None:
    """End a consent that is over although no clock did so: a reader asked for the portrait."""
    try:
        end(consent)
    except Exception:  # the reader gets the same answer, and the clock will try as well
        logger.exception("Consent %s could not be ended for a reader", consent.pk)


def _settle(consent: Consent, **values: Any) -> None:
    """Write down that what follows from the end of this consent is done."""
    Consent.objects.filter(pk=consent.pk).update(settled_at=timezone.now(), **values)


def _stop(portraits: Iterable[PortraitPage], reason: str, user: User | None) -> list[PortraitPage]:
    """Take these offline and off every plan, and their files out of what is served."""
    portraits = list(portraits)
    was_live = [page for page in portraits if page.live]
    for page in portraits:
        with because(reason):
            give_up(page, user)
    withhold_files_of(portraits)
    return was_live
