"""The form of a portrait, in which an editor chooses the consent."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from magazine.models.consent import Consent
from redactieraad.forms.texts import GovernedPageForm


class PortraitForm(GovernedPageForm):
    """A portrait, to which only a consent can be given that is valid."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the valid consents, and the one that it has."""
        super().__init__(*args, **kwargs)
        field = self.fields.get("consent")
        if field is None:
            return
        valid = Consent.objects.valid_on(timezone.localdate()).values("pk")
        own = Q(pk=self.instance.consent_id)
        field.queryset = Consent.objects.filter(own | Q(pk__in=valid)).defer("contact_locked")
        field.label_from_instance = _with_last_day


def _with_last_day(consent: Consent) -> str:
    """Return the reference of a consent with its last day."""
    day = date_format(consent.valid_until, "SHORT_DATE_FORMAT")
    return f"{consent.reference} ({consent.get_status_display()}, {day})"
