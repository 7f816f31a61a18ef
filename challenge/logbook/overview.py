"""What a member sees of their week: what is left, and each day with its entries."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from challenge.amounts import Balance, balance
from challenge.logbook.kinds import covered_by
from challenge.logbook.standing import Standing, begun_days, standing_of
from challenge.models import Entry, Week


@dataclass(frozen=True)
class Day:
    """One day of a week.

    Attributes:
        number: which of the seven it is, from 1.
        date: when.
        entries: what was written down on it.

    """

    number: int
    date: dt.date
    entries: list[Entry]

    @property
    def cents(self) -> int:
        """Return what was spent on it."""
        return sum(entry.cents for entry in self.entries)


@dataclass(frozen=True)
class Overview:
    """A week at a glance.

    Attributes:
        week: the week.
        standing: how it stands.
        balance: what is left.
        days: those that are there, the newest first.

    """

    week: Week
    standing: Standing
    balance: Balance
    days: list[Day]

    @property
    def covers(self) -> list[str]:
        """Return what the amount is for, in words."""
        return covered_by(self.week.invitee.campaign)

    @property
    def days_written(self) -> int:
        """Return on how many days something was written down."""
        return sum(bool(day.entries) for day in self.days)


def overview_of(week: Week, today: dt.date) -> Overview:
    """Return how a week stands on a day. Every entry counts, whoever may read it."""
    entries = list(week.entries.filter(removed_at=None))
    campaign = week.invitee.campaign
    spendings = ((entry.spending, entry.cents) for entry in entries)
    numbers = {day: number for number, day in enumerate(week.days, start=1)}
    days = [
        Day(numbers[day], day, [entry for entry in entries if entry.day == day])
        for day in reversed(begun_days(week, today))
    ]
    return Overview(
        week=week,
        standing=standing_of(week, today),
        balance=balance(campaign.amount_cents, campaign.covers, spendings),
        days=days,
    )
