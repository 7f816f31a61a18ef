"""What the style guide fills the directory's components with: example places, in Dutch."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import get_language

from languages.registry import SOURCE
from warmtebronnen import hours
from warmtebronnen.directory.entries import Directory, Entry, Words
from warmtebronnen.directory.listing import PlaceList
from warmtebronnen.directory.query import Asked
from warmtebronnen.directory.results import rows_of
from warmtebronnen.forms.find import FindForm
from warmtebronnen.forms.samples import HoursForm

# A Tuesday at noon, two days before Christmas.
NOW = dt.datetime(2025, 12, 23, 12, tzinfo=hours.ZONE)
WEEK = "Mo-Fr 09:00-17:00; Sa 20:00-02:00; PH off; Dec 24 09:00-12:00"
LONG_AGO = dt.datetime(2024, 1, 1, tzinfo=hours.ZONE)


def _place(number: int, title: str, **fields: Any) -> Entry:
    words = {SOURCE: Words(SOURCE, title, "Wat je hier vindt, in een of twee zinnen.")}
    values: dict[str, Any] = {"checked_at": NOW, "is_example": True, "needs": ("meal", "company")}
    return Entry(pk=number, slug=f"plek-{number}", words=words, **(values | fields))


def _places() -> PlaceList:
    """Return a place that is open, one that is closed, a doubted one and a confidential one."""
    entries = [
        _place(1, "Huiskamer open", hours=WEEK, area=("noord", "Noord"), costs="free"),
        _place(2, "Huiskamer dicht", hours="We 10:00-16:00", access=("wheelchair",)),
        _place(3, "Huiskamer lang niet nagekeken", checked_at=LONG_AGO, spoken=("ar",)),
        _place(4, "Huiskamer zonder adres", hours="24/7", is_confidential=True),
    ]
    return PlaceList(Directory.of(entries), Asked(), get_language() or SOURCE, NOW)


def _wrong() -> HoursForm:
    """Return hours of which a time is missing, and of which more lines were asked for."""
    typed = {"wrong-hours-day-0-from_1": "09:00", "wrong-hours-more": "exception"}
    form = HoursForm(typed, prefix="wrong")
    form.full_clean()
    return form


def samples() -> dict[str, Any]:
    """Return what the template of the directory's components draws."""
    places, today = _places(), NOW.date()
    return {
        "places": places,
        "rows": rows_of(places),
        "find_form": FindForm(places),
        "summary": hours.summary(WEEK, today),
        "week": hours.week(WEEK, today),
        "ahead": hours.holidays_ahead(WEEK, today, 14),
        "today": today,
        "hours_forms": [HoursForm(initial={"hours": WEEK}, prefix="fresh"), _wrong()],
    }
