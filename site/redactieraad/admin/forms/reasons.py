"""The form that asks why something goes offline."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from redactieraad.models import Entry

REASONS = (Entry.Reason.EDITORS, Entry.Reason.CORRECTION, Entry.Reason.REQUEST)


class ReasonForm(forms.Form):
    """Why; from a fixed list, so that nothing personal gets into the register."""

    reason = forms.ChoiceField(
        label=_("Why"),
        choices=[(reason.value, reason.label) for reason in REASONS],
        initial=Entry.Reason.EDITORS.value,
        widget=forms.RadioSelect,
        help_text=_("Everybody can read this in the register of publications."),
    )
