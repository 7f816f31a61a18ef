"""The logbooks as everybody may read them: public entries only, by member and by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import F

from challenge.embargo import public_entries
from challenge.models import Entry, Week
from challenge.public.persons import Sheet, party_names
from challenge.public.selectors import Public
from challenge.publication.results import Person
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


def writers(shown: Public) -> list[tuple[Week, Person]]:
    """Return the weeks of which something is public, each with its member, by the alphabet."""
    with_words = public_entries(shown.campaign).values("week")
    weeks = Week.objects.filter(pk__in=with_words).annotate(key=F("invitee__member__uuid"))
    by_key = {str(week.key): week for week in weeks.order_by()}
    persons = shown.index.persons if shown.index else ()
    return [(by_key[person.key], person) for person in persons if person.key in by_key]


def diaries_on(shown: Public, on_page: Sequence[tuple[Week, Person]]) -> list[Diary]:
    """Return the logbooks of these weeks, by one query."""
    names = party_names(shown.index) if shown.index else {}
    weeks = [week for week, _person in on_page]
    entries = public_entries(shown.campaign).filter(week__in=weeks).order_by("week", *_IN_ORDER)
    by_week = {pk: list(found) for pk, found in groupby(entries, key=lambda one: one.week_id)}
    return [
        # What somebody said with their answer stands with the answers, not here.
        diary_of(Sheet(person, names[person.party], ""), week, by_week.get(week.pk, []))
        for week, person in on_page
    ]


def diary_of(sheet: Sheet, week: Week, entries: Iterable[Entry]) -> Diary:
    """Return somebody's logbook of these public entries, which are in the order of their days."""
    return Diary(sheet, _days(week, entries), _stop_words(week))


_IN_ORDER = ("day", "made_at", "pk")


def _stop_words(week: Week) -> str:
    is_told = week.stopped_at is not None and week.stop_audience == Audience.PUBLIC
    return week.stop_words if is_told else ""


def _days(week: Any, entries: Iterable[Entry]) -> list[Day]:
    return [
        Day((day - week.starts_on).days + 1, day, list(found))
        for day, found in groupby(entries, key=lambda entry: entry.day)
    ]
