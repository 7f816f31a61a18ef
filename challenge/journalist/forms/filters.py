"""What the journalist looks for: by address, so that a list can be kept, shared and exported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from challenge.models import Campaign, Party
from challenge.vocabulary import OUTCOMES, Choice

OUTCOME_NAMES = {code: dict(Choice.choices).get(code, _("No answer")) for code in OUTCOMES}
ALL = ("", _("All"))


@dataclass(frozen=True)
class Asked:
    """What a list is narrowed down to; empty for everything.

    Attributes:
        party: the slug of a party.
        outcome: one of the four outcomes.
        logbook: only members who shared something of a logbook.
        words: only members who let something of their words be used.
        since: only what changed from this moment on.

    """

    party: str = ""
    outcome: str = ""
    logbook: bool = False
    words: bool = False
    since: dt.datetime | None = None


class FilterForm(forms.Form):
    """The filters. What cannot be read is told at its field, and filters nothing."""

    partij = forms.ChoiceField(label=_("Party"), required=False)
    uitkomst = forms.ChoiceField(
        label=_("Answer"), required=False, choices=[ALL, *OUTCOME_NAMES.items()]
    )
    sinds = forms.DateField(
        label=_("Changed since"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    logboek = forms.BooleanField(label=_("With a logbook"), required=False)
    woorden = forms.BooleanField(label=_("With words that may be used"), required=False)

    def __init__(self, data: Any, campaign: Campaign) -> None:
        """Offer the parties of the campaign.

        Args:
            data: the parameters of the address.
            campaign: whose answers are read.

        """
        super().__init__(data)
        self.label_suffix = ""
        parties = Party.objects.filter(invitees__campaign=campaign).distinct()
        choices = [ALL, *parties.values_list("slug", "name")]
        self.fields["partij"].choices = choices  # type: ignore[attr-defined]

    @property
    def asked(self) -> Asked:
        """Return what could be read."""
        self.is_valid()
        said = self.cleaned_data
        day = said.get("sinds")
        midnight = dt.datetime.combine(day, dt.time()) if day else None
        return Asked(
            party=said.get("partij", ""),
            outcome=said.get("uitkomst", ""),
            logbook=said.get("logboek", False),
            words=said.get("woorden", False),
            since=timezone.make_aware(midnight) if midnight else None,
        )
