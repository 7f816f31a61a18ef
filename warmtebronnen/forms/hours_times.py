"""The times of a day, in the form for opening hours."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from warmtebronnen.hours.plan import DAY_MINUTES, Span, Spans

SLOTS = 3
TIMES = ["%H:%M", "%H:%M:%S", "%H.%M", "%H"]


class TimesForm(forms.Form):
    """From one time to another, a few times a day; nothing filled in means closed."""

    slots = SLOTS

    def __init__(self, *args: Any, spans: Spans = (), **kwargs: Any) -> None:
        """Make the fields, filled with the times there are."""
        super().__init__(*args, **kwargs)
        for slot in range(1, self.slots + 1):
            self.fields[f"from_{slot}"] = _time_field(pgettext_lazy("opening hours", "from"))
            self.fields[f"to_{slot}"] = _time_field(pgettext_lazy("opening hours", "to"))
        for slot, span in enumerate(spans[: self.slots], start=1):
            self.initial[f"from_{slot}"] = _time(span.start)
            self.initial[f"to_{slot}"] = _time(span.end)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the pairs of fields."""
        return [(self[f"from_{slot}"], self[f"to_{slot}"]) for slot in range(1, self.slots + 1)]

    @property
    def more_in_use(self) -> bool:
        """Tell whether more than the first pair says something, so that it is shown."""
        fields = [field for pair in self.rows[1:] for field in pair]
        return any(field.value() or field.errors for field in fields)

    @property
    def is_blank(self) -> bool:
        """Tell whether no time is filled in."""
        return not any(field.value() for pair in self.rows for field in pair)

    def clean(self) -> dict[str, Any]:
        """Take the pairs together; each fault stands beside the field that mends it."""
        spans: list[Span] = []
        for slot in range(1, self.slots + 1):
            names = (f"from_{slot}", f"to_{slot}")
            if not self.errors.keys() & set(names):
                self._take(spans, *names)
        self.spans = tuple(sorted(spans))
        return self.cleaned_data

    def _take(self, spans: list[Span], first: str, last: str) -> None:
        start, end = self.cleaned_data.get(first), self.cleaned_data.get(last)
        if start is None and end is None:
            return
        if start is None:
            self.add_error(first, _("Fill in from what time it is open."))
        elif end is None:
            self.add_error(last, _("Fill in until what time it is open."))
        elif start == end and start != dt.time():
            self.add_error(last, _("It opens and closes at the same time."))
        elif any(_overlap(span, _span(start, end)) for span in spans):
            self.add_error(first, _("These times overlap with other times of the same day."))
        else:
            spans.append(_span(start, end))


def _time_field(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(label=label, input_formats=TIMES, widget=widget, required=False)


def _time(minutes: int) -> dt.time:
    hours, rest = divmod(minutes % DAY_MINUTES, 60)
    return dt.time(hours, rest)


def _span(start: dt.time, end: dt.time) -> Span:
    first, last = (time.hour * 60 + time.minute for time in (start, end))
    return Span(first, last if last > first else last + DAY_MINUTES)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
