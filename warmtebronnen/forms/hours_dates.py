"""Dates in the form for opening hours: exceptions, and the ends of a season."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from warmtebronnen.forms.hours_times import TimesForm
from warmtebronnen.hours.plan import ANY_YEAR, Deviation, MonthDay

DATES = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
A_YEAR = 365


class ExceptionForm(TimesForm):
    """Days with hours of their own; without times they are closed."""

    first = forms.DateField(
        label=_("First day"),
        input_formats=DATES,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        required=False,
    )
    last = forms.DateField(
        label=_("Last day"),
        input_formats=DATES,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        required=False,
    )
    yearly = forms.BooleanField(label=_("Every year"), required=False)

    def __init__(self, *args: Any, deviation: Deviation | None = None, **kwargs: Any) -> None:
        """Take the exception."""
        super().__init__(*args, spans=deviation.spans if deviation else (), **kwargs)
        if deviation:
            first, last = _with_years(deviation)
            self.initial["first"] = first
            self.initial["last"] = None if last == first else last
            self.initial["yearly"] = deviation.yearly

    def clean(self) -> dict[str, Any]:
        """Days lie in their order, and what comes every year lasts less than a year."""
        cleaned = super().clean()
        first, last = cleaned.get("first"), cleaned.get("last")
        if first is None:
            if "first" not in self.errors and (last or self.spans or cleaned.get("yearly")):
                self.add_error("first", _("Fill in the first day."))
        elif last and last < first:
            self.add_error("last", _("The last day comes before the first day."))
        elif last and cleaned.get("yearly") and (last - first).days >= A_YEAR:
            self.add_error("last", _("What comes back every year lasts less than a year."))
        return cleaned

    @property
    def in_use(self) -> bool:
        """Tell whether anything is filled in, so that it is shown."""
        filled = any(self[name].value() for name in ("first", "last", "yearly"))
        return filled or not self.is_blank

    @property
    def deviation(self) -> Deviation | None:
        """Return the exception, if one is filled in."""
        first, last = self.cleaned_data["first"], self.cleaned_data["last"]
        if first is None:
            return None
        yearly = self.cleaned_data["yearly"]
        days = [day.replace(year=ANY_YEAR) if yearly else day for day in (first, last or first)]
        return Deviation(days[0], days[1], yearly, self.spans)


class MonthDayForm(forms.Form):
    """A day of every year, by number and month."""

    day = forms.TypedChoiceField(
        label=_("Day"),
        choices=[("", "—"), *((n, n) for n in range(1, 32))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    month = forms.TypedChoiceField(
        label=_("Month"),
        choices=[("", "—"), *MONTHS.items()],
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        value: MonthDay | None = None,
        needed: Callable[[], bool] = lambda: False,
        **kwargs: Any,
    ) -> None:
        """Take the day, and how to tell whether it may not be left out."""
        super().__init__(*args, **kwargs)
        self.needed = needed
        if value:
            self.initial["month"], self.initial["day"] = value

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is filled in."""
        return not (self["day"].value() or self["month"].value())

    @property
    def value(self) -> MonthDay:
        """Return the month and the day that were filled in."""
        return self.cleaned_data["month"], self.cleaned_data["day"]

    def clean(self) -> dict[str, Any]:
        """A month goes with a day, and has it."""
        cleaned = self.cleaned_data
        day, month = cleaned.get("day"), cleaned.get("month")
        if (day is None) != (month is None) or (self.is_blank and self.needed()):
            missing = "day" if day is None else "month"
            self.add_error(missing, _("Fill in both the day and the month."))
        elif day and month:
            try:
                dt.date(ANY_YEAR, month, day)
            except ValueError:
                self.add_error("day", _("That month has fewer days."))
        return cleaned


def _with_years(deviation: Deviation) -> tuple[dt.date, dt.date]:
    """Return the days with years in which they exist, this year if it can be."""
    first, last = deviation.start, deviation.end
    if not deviation.yearly:
        return first, last
    wraps = last < first
    for year in (timezone.localdate().year, ANY_YEAR, ANY_YEAR - 1):
        try:
            return first.replace(year=year), last.replace(year=year + wraps)
        except ValueError:
            continue
    return first, last
