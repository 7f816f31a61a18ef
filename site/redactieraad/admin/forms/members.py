"""The form of a seat in the redactieraad."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from accounts.models import User
from languages.registry import CONTENT_LANGUAGES, SOURCE
from redactieraad.deciding.council import take_seat
from redactieraad.models import Member

DATES = ("joined_on", "left_on", "away_from", "away_until")


class MemberForm(WagtailAdminModelForm):
    """A seat: who, since when, which languages they judge."""

    reads = forms.MultipleChoiceField(
        label=_("Reads"),
        choices=CONTENT_LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The languages in which this member can judge a text."),
    )

    class Meta:
        """What somebody decides about a seat."""

        model = Member
        fields = ["user", "is_expert", "reads", *DATES, "wants_digest"]
        widgets = dict.fromkeys(DATES, AdminDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the accounts without a seat; whose seat it is never changes."""
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["user"].disabled = True
        else:
            free = User.objects.filter(is_active=True, redactieraad_member=None)
            self.fields["user"].queryset = free.order_by("first_name", "last_name", "email")
            self.initial.setdefault("reads", [SOURCE])

    def clean(self) -> dict[str, Any]:
        """Refuse days that cannot be: leaving before joining or in the future, a holiday back."""
        data = super().clean()
        joined, left = data.get("joined_on"), data.get("left_on")
        if left and left > timezone.localdate():
            self.add_error("left_on", ValidationError(_("Fill this in on the day itself.")))
        if left and joined and left < joined:
            self.add_error("left_on", _("The last day is before the first day."))
        if data.get("away_from") and data.get("away_until"):
            if data["away_until"] < data["away_from"]:
                self.add_error("away_until", _("The last day is before the first day."))
        elif data.get("away_from") or data.get("away_until"):
            missing = "away_from" if data.get("away_until") else "away_until"
            self.add_error(missing, _("Fill in the first and the last day."))
        return data

    def save(self, commit: bool = True) -> Member:  # noqa: FBT001, FBT002 - Django's signature
        """Save the seat with all that follows from it."""
        member = super().save(commit=False)
        if commit:
            take_seat(member)
        return member
