"""Asks editors about consents that end soon: does the person agree for longer?"""

from __future__ import annotations

from functools import partial

from django_tasks import task

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from wagtail.permissions import policy_registry

from accounts.models import User
from core.letters import send, sending
from magazine.consent.ending import portraits_of
from magazine.models import Consent
from redactieraad.deciding.writers import writers_of
from redactieraad.letters.sending import language_for

WORKS_WITH_CONSENTS = "magazine.change_consent"


def who_works_with_consents() -> QuerySet[User]:
    """Return everybody who may see and change consents."""
    able = policy_registry.get_by_type(Consent).users_with_permission("change")
    return able.filter(is_active=True).distinct()


def ending_soon() -> QuerySet[Consent]:
    """Return the consents in use that end within the time in which editors are asked."""
    return (
        Consent.objects.ending_on(timezone.localdate()).filter(portraits__isnull=False).distinct()
    )


@transaction.atomic
def ask_what_ends() -> None:
    """Ask about each consent that ends soon, once: for the clock."""
    today = timezone.localdate()
    unasked = Consent.objects.to_ask_about(today).filter(portraits__isnull=False)
    for consent in Consent.objects.select_for_update().filter(pk__in=unasked.values("pk")):
        Consent.objects.filter(pk=consent.pk).update(asked_on=today)
        for user_id in _whom_to_ask(consent):
            transaction.on_commit(partial(ask.enqueue, user_id, consent.pk))


@task()
def ask(user_id: int, consent_id: int, attempt: int = 0) -> None:
    """Ask one editor about one consent, if it still ends soon."""
    user = who_works_with_consents().filter(pk=user_id).first()
    consent = ending_soon().filter(pk=consent_id).first()
    if user is None or consent is None:
        return
    path = reverse("magazine_consents:edit", args=[consent.pk])
    context = {"who": user, "consent": consent, "path": path}
    with sending(ask, attempt, user_id, consent_id):
        send(user.email, "magazine/email/consent_ends", context, language=language_for(user))


def _whom_to_ask(consent: Consent) -> list[int]:
    """Return the ids of who made the portrait, or else of all who work with consents."""
    makers: set[int] = set().union(*(writers_of(page) for page in portraits_of(consent)))
    able = list(who_works_with_consents().values_list("pk", flat=True))
    return [pk for pk in able if pk in makers] or able
