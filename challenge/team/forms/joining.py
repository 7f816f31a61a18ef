"""The form that adds somebody to the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from challenge.models import Campaign, Invitee, Membership
from challenge.team.inviting import OPEN, bring_in, not_asked


class JoinForm(forms.Form):
    """Somebody who took another member's seat."""

    membership = forms.ModelChoiceField(
        Membership.objects.none(),
        label=_("Who"),
        help_text=_("Members of the council who are not on the list."),
    )

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        """Offer who sits in the council today."""
        super().__init__(*args, **kwargs)
        self.campaign = campaign
        field: Any = self.fields["membership"]
        field.queryset = not_asked(campaign, timezone.localdate())

    def clean(self) -> dict[str, Any]:
        """Refuse this once the answers are in.

        Raises:
            ValidationError: the campaign is further.

        """
        if self.campaign.stage not in OPEN:
            raise ValidationError(_("The list is closed: members cannot answer any more."))
        return super().clean() or {}

    def carry_out(self, by: Any) -> Invitee:
        """Put them on the list."""
        return bring_in(self.campaign, self.cleaned_data["membership"], by)
