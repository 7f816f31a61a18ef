"""The form in which the team makes a snapshot."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm

from challenge.models import Campaign, Snapshot
from challenge.publication.snapshots import STAGES, make


class SnapshotForm(WagtailAdminModelForm):
    """Of which campaign, and why a new one takes the place of the last."""

    class Meta:
        """What it makes."""

        model = Snapshot
        fields = ["campaign", "reason"]
        help_texts = {
            "campaign": _("Once nobody can answer any more."),
            "reason": _("Why it takes the place of the last one. Everybody can read it."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the campaigns of which one can be made."""
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.filter(stage__in=STAGES)

    def save(self, commit: bool = True) -> Snapshot:  # noqa: FBT001, FBT002 - Django's signature
        """Make it.

        Raises:
            SnapshotRefusedError: it cannot be made now.

        """
        data = self.cleaned_data
        self.instance = make(data["campaign"], by=self.for_user, reason=data["reason"].strip())
        return self.instance
