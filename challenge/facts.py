"""What a member's record says: the five facts, or that they are not known. Pure.

The method tells readers what counts as what; this is that, to the letter.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from challenge.index_input import FACTS, Facts
from challenge.records import Entered, Given, Record, Terms
from challenge.vocabulary import Choice, FactKey, Outside

# Entries on so many days make a logbook.
LOGBOOK_DAYS = 5
WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
# So many attempts, over so many channels, establish that there was no reply.
ATTEMPTS, CHANNELS = 4, 2


class Status(StrEnum):
    """Whether somebody counts, and why."""

    KNOWN = "known"
    NO_REPLY = "no_reply"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Established:
    """What is established of a member.

    Attributes:
        status: whether they count.
        whole_time: whether they sat from the invitation to the deadline.
        facts: the five; None for who is unknown or outside.
        answer: the answer that counts.
        corrected: the facts that a ruling changed.

    """

    status: Status
    whole_time: bool
    facts: Facts | None = None
    answer: Given | None = None
    corrected: tuple[str, ...] = ()


def establish(record: Record, terms: Terms, now: dt.datetime, today: dt.date) -> Established:
    """Return what a record says at a moment.

    Args:
        record: of one member.
        terms: of the campaign.
        now: the moment.
        today: its day, where the campaign is.

    """
    whole_time = _sat(record.seats, terms.first_day, terms.last_day)
    if record.outside or not whole_time:
        return Established(Status.OUTSIDE, whole_time and record.outside != Outside.REPLACED)
    answer = _answer(record, terms)
    if answer is not None:
        found = _found(record, terms, today, answer)
        ruled = _ruled(record, terms, today, answer)
        corrected = tuple(fact for fact in FACTS if found[fact] != ruled[fact])
        facts = tuple(ruled[fact] for fact in FACTS)
        return Established(Status.KNOWN, whole_time, facts, answer, corrected)
    corrected = (FactKey.ANSWERED.value,) if _in_time(record, terms) else ()
    if _is_no_reply(record, terms, now):
        return Established(Status.NO_REPLY, whole_time, (False,) * len(FACTS), corrected=corrected)
    return Established(Status.UNKNOWN, whole_time, corrected=corrected)


def kept_up(record: Record, today: dt.date) -> bool:
    """Return whether a week was kept up, as the site found or by a ruling.

    Also of who is outside the count: whoever kept it up gets a certificate.
    """
    return record.rulings.get(FactKey.WEEK, _kept_up(record, today))


def _answer(record: Record, terms: Terms) -> Given | None:
    """Return the answer that counts: the newest in time, or the newest if it was ruled so."""
    ruled = record.rulings.get(FactKey.ANSWERED)
    if ruled is None:
        return next(iter(reversed(_in_time(record, terms))), None)
    return record.answers[-1] if ruled and record.answers else None


def _in_time(record: Record, terms: Terms) -> list[Given]:
    return [one for one in record.answers if one.at < terms.answers_until]


def _found(record: Record, terms: Terms, today: dt.date, answer: Given) -> dict[str, bool]:
    """Return the facts as the site finds them."""
    week = _kept_up(record, today)
    return {
        FactKey.ANSWERED: bool(_in_time(record, terms)),
        FactKey.ACCEPTED: answer.choice == Choice.ACCEPT,
        FactKey.LOGBOOK: _shared_days(record) >= LOGBOOK_DAYS,
        FactKey.WEEK: week,
        FactKey.WITHIN: week and _spent(record, terms) <= terms.cents,
    }


def _ruled(record: Record, terms: Terms, today: dt.date, answer: Given) -> dict[str, bool]:
    """Return the facts with the rulings: within the amount follows from a week that was ruled."""
    facts = _found(record, terms, today, answer) | {FactKey.ANSWERED: True}
    facts[FactKey.WEEK] = record.rulings.get(FactKey.WEEK, facts[FactKey.WEEK])
    facts[FactKey.WITHIN] = facts[FactKey.WEEK] and _spent(record, terms) <= terms.cents
    return {fact: record.rulings.get(fact, value) for fact, value in facts.items()}


def _in_the_week(record: Record) -> list[Entered]:
    """Return the entries on a day of the week."""
    if record.week is None:
        return []
    first = record.week.first_day
    return [one for one in record.entries if first <= one.day < first + WEEK]


def _shared_days(record: Record) -> int:
    return len({one.day for one in _in_the_week(record) if one.is_shared})


def _kept_up(record: Record, today: dt.date) -> bool:
    """Return whether the seven days are over, were not stopped, and were closed or filled."""
    week = record.week
    if week is None or week.is_stopped or today < week.first_day + WEEK:
        return False
    return week.is_closed or len({one.day for one in _in_the_week(record)}) == WEEK.days


def _spent(record: Record, terms: Terms) -> int:
    """Return what the week cost, private entries too: only their sum is used."""
    return sum(one.cents for one in _in_the_week(record) if one.spending in terms.covers)


def _is_no_reply(record: Record, terms: Terms, now: dt.datetime) -> bool:
    """Return whether it is established that this member did not reply."""
    tried = [one for one in record.attempts if one.at < terms.answers_until]
    return (
        record.is_verified
        and now >= terms.answers_until
        and len(tried) >= ATTEMPTS
        and len({one.channel for one in tried}) >= CHANNELS
    )


def _sat(seats: tuple[tuple[dt.date, dt.date | None], ...], first: dt.date, last: dt.date) -> bool:
    """Return whether these times, one after another, cover all days from first to last."""
    missing = first
    for starts_on, ends_on in sorted(seats, key=lambda seat: seat[0]):
        end = ends_on or last
        if starts_on <= missing <= end:
            missing = end + DAY
    return missing > last
