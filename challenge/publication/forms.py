"""The form in which the team makes a snapshot."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm

from challenge.models import Campaign, Snapshot
from challenge.publication.snapshots import STAGES, make


class SnapshotForm(WagtailAdminModelForm):
    """Of which campaign, and why a new one takes the place of the last."""

    campaign = forms.ModelChoiceField(
        label=_("campaign"),
        queryset=Campaign.objects.filter(stage__in=STAGES),
        help_text=_("Once nobody can answer any more."),
    )
    reason = forms.CharField(
        label=_("reason"),
        max_length=300,
        required=False,
        help_text=_("Why it takes the place of the last one. Everybody can read it."),
    )

    class Meta:
        """What it makes."""

        model = Snapshot
        fields = ["campaign", "reason"]

    def save(self, commit: bool = True) -> Snapshot:  # noqa: FBT001, FBT002 - Django's signature
        """Make it.

        Raises:
            SnapshotRefusedError: it cannot be made now.

        """
        data = self.cleaned_data
        self.instance = make(data["campaign"], by=self.for_user, reason=data["reason"].strip())
        return self.instance
