"""The forms of a council member and of a campaign, with what cannot be together."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm

from challenge.vocabulary import Stage

# What everybody who was asked, was asked; so it stays from the first invitation on.
ASKED = ("council", "method", "slug", "weekly_amount", "covers", "invitation_on")
ANSWERING = (
    "receipt_by", "postcards_on", "decision_on", "last_reminder_on", "answers_until",
    "weeks_until", "reply_from",
)  # fmt: skip
FIXED: dict[str, tuple[str, ...]] = {
    Stage.PREPARING: (),
    Stage.RUNNING: ASKED,
    Stage.REPLYING: ASKED + ANSWERING,
    Stage.READY: (*ASKED, *ANSWERING, "reply_until"),
    Stage.LAUNCHED: (*ASKED, *ANSWERING, "reply_until", "launch_at"),
    Stage.CANCELLED: (*ASKED, *ANSWERING, "reply_until", "launch_at"),
}


class CampaignForm(WagtailAdminModelForm):
    """A campaign; what members were told stays as it was."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Close the fields that are settled."""
        super().__init__(*args, **kwargs)
        for name in FIXED[self.instance.stage]:
            if name in self.fields:
                self.fields[name].disabled = True


class CouncilMemberForm(WagtailAdminModelForm):
    """A member with all their times in the council: looked at together, not one by one.

    Who changes party gets an end and a beginning in one go.
    """

    # Locked text in the database, and one line each for who fills it in.
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("With another address, the personal links of before stop working at once."),
    )
    phone = forms.CharField(label=_("Phone number"), required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Let no time be held against the others as they were before."""
        super().__init__(*args, **kwargs)
        for form in self.formsets["memberships"].forms:
            form.instance.looks_at_others = False

    def clean(self) -> dict[str, Any]:
        """Refuse two parties at once, and a party of another council."""
        data: dict[str, Any] = super().clean()
        times = [form for form in self.formsets["memberships"].forms if _is_kept(form)]
        council = data.get("council")
        for form in times:
            if council and form.cleaned_data["party"].council_id != council.pk:
                form.add_error("party", _("This party sits in another council."))
        times.sort(key=lambda form: form.cleaned_data["starts_on"])
        for before, after in pairwise(times):
            ended = before.cleaned_data.get("ends_on") or dt.date.max
            if after.cleaned_data["starts_on"] <= ended:
                words = _("In this time the member already sits for a party.")
                after.add_error("starts_on", words)
        return data


def _is_kept(form: forms.ModelForm) -> bool:
    """Return whether a row is filled in and stays."""
    if not form.is_valid() or (not form.has_changed() and form.instance.pk is None):
        return False
    data = form.cleaned_data
    return bool(data.get("party") and data.get("starts_on") and not data.get("DELETE"))
