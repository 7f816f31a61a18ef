"""A form for the style guide alone."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from warmtebronnen.forms.hours import OpeningHoursField, OpeningHoursWidget


class HoursForm(forms.Form):
    """Opening hours, as in the form of a partner."""

    hours = OpeningHoursField(
        label=_("Opening hours"), required=False, widget=OpeningHoursWidget(can_ask=True)
    )
