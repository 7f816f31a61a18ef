"""Telling that something on a place's page is not right: one tap, and a line if one likes."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class ReportForm(forms.Form):
    """A line that may stay empty: that somebody pressed the button says enough to go and look."""

    text = forms.CharField(
        label=_("What is not right?"),
        help_text=_("You do not have to fill this in. Do not write names or numbers of people."),
        required=False,
        max_length=500,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    # Nobody sees this field. Programs that fill in every form fill it in too.
    website = forms.CharField(required=False)

    @property
    def is_a_trap(self) -> bool:
        """Return whether a program filled this in."""
        return bool(self.cleaned_data.get("website"))
