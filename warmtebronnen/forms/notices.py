"""The form of a notice: a fact for a few days."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from warmtebronnen.models import Notice

# What holds for longer is no notice: it belongs in the opening hours.
LONGEST = timedelta(days=366)


class NoticeForm(forms.ModelForm):
    """What to tell, and on which days, with a phone's own calendar."""

    class Meta:
        """The fields."""

        model = Notice
        fields = ["text", "is_closed", "starts_on", "ends_on"]
        widgets = dict.fromkeys(
            ("starts_on", "ends_on"), forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        )

    def clean_ends_on(self) -> date:
        """Refuse a notice that is over already, or that never ends.

        Raises:
            ValidationError: it is.

        """
        day: date = self.cleaned_data["ends_on"]
        today = timezone.localdate()
        if day < today:
            raise ValidationError(_("This day is over. Choose today or a later day."))
        if day > today + LONGEST:
            raise ValidationError(_("Choose a day within a year."))
        return day
