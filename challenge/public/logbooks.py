"""The logbooks as everybody may read them: public entries only, by member and by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from challenge.models import Entry, Week
from challenge.public.persons import Sheet, sheets_of
from challenge.public.selectors import Public, public_entries
from challenge.vocabulary import Audience


@dataclass(frozen=True)
class Day:
    """What somebody wrote on one day of the week, the first being 1."""

    number: int
    date: dt.date
    entries: list[Entry]


@dataclass(frozen=True)
class Diary:
    """Somebody's logbook.

    Attributes:
        sheet: whose it is, with what stands beside it.
        days: the days of which something is public.
        stop_words: why they stopped, if they did and told everybody.

    """

    sheet: Sheet
    days: list[Day]
    stop_words: str


def writers(shown: Public) -> list[tuple[int, str]]:
    """Return the weeks of which something is public, each with its member, by the alphabet."""
    weeks = dict(
        Week.objects.filter(pk__in=public_entries(shown.campaign).values("week"))
        .values_list("invitee__member__uuid", "pk")
        .order_by()
    )
    persons = shown.index.persons if shown.index else ()
    keys = {str(uuid): pk for uuid, pk in weeks.items()}
    return [(keys[person.key], person.key) for person in persons if person.key in keys]


def diaries_on(shown: Public, on_page: Sequence[tuple[int, str]]) -> list[Diary]:
    """Return the logbooks of these weeks, by two queries."""
    pks = [pk for pk, _key in on_page]
    entries = public_entries(shown.campaign).filter(week__in=pks).order_by("week", *_IN_ORDER)
    by_week = {pk: list(found) for pk, found in groupby(entries, key=lambda one: one.week_id)}
    weeks = Week.objects.in_bulk(pks)
    sheets = {sheet.person.key: sheet for sheet in _sheets(shown, on_page)}
    return [diary_of(sheets[key], weeks[pk], by_week.get(pk, [])) for pk, key in on_page]


def diary_of(sheet: Sheet, week: Week, entries: Iterable[Entry]) -> Diary:
    """Return somebody's logbook of these public entries, which are in the order of their days."""
    return Diary(sheet, _days(week, entries), _stop_words(week))


_IN_ORDER = ("day", "made_at", "pk")


def _sheets(shown: Public, on_page: Sequence[tuple[int, str]]) -> list[Sheet]:
    keys = {key for _pk, key in on_page}
    persons = shown.index.persons if shown.index else ()
    return sheets_of(shown, [person for person in persons if person.key in keys])


def _stop_words(week: Week) -> str:
    is_told = week.stopped_at is not None and week.stop_audience == Audience.PUBLIC
    return week.stop_words if is_told else ""


def _days(week: Any, entries: Iterable[Entry]) -> list[Day]:
    return [
        Day((day - week.starts_on).days + 1, day, list(found))
        for day, found in groupby(entries, key=lambda entry: entry.day)
    ]
