"""Which letter is due to whom on which day. Pure.

A letter has a span of days: what was not sent in it is not sent any more, so that a clock that
stood still does not make up for it with three letters at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from challenge.vocabulary import LetterKind, Stage

DAY = timedelta(days=1)
# Nobody is reminded again before this, whatever the campaign's dates are.
REST = timedelta(days=3)
# A letter about a moment says nothing any more so long after it.
FRESH = timedelta(days=3)
# Nobody is woken by a letter.
MORNING, EVENING = time(9), time(19)

# These ask for an answer, and so end with it.
ASKING = (
    LetterKind.LAST_REMINDER,
    LetterKind.DECISION,
    LetterKind.RECEIPT,
    LetterKind.INVITATION,
)


@dataclass(frozen=True)
class Dates:
    """The dates of a campaign, and where it stands.

    Attributes:
        stage: its stage.
        zone: where its council meets.

    """

    stage: Stage
    zone: ZoneInfo
    invitation_on: date
    receipt_by: date
    decision_on: date
    last_reminder_on: date
    answers_until: datetime
    reply_from: date
    launch_at: datetime


@dataclass(frozen=True)
class Standing:
    """What of a member counts for their letters.

    Attributes:
        can_be_mailed: whether there is an address that mail did not come back from.
        is_outside: whether they are outside the count.
        has_confirmed: whether they confirmed receipt.
        has_answered: whether they gave any answer.
        week_starts_on: the first day of their week, if they chose one and did not stop it.
        week_ends_on: the last day of it, unless they closed it already.
        had: the letters that they had, or that are on their way, each with the day of it.

    """

    can_be_mailed: bool = True
    is_outside: bool = False
    has_confirmed: bool = False
    has_answered: bool = False
    week_starts_on: date | None = None
    week_ends_on: date | None = None
    had: tuple[tuple[LetterKind, date], ...] = ()


def is_daytime(now: datetime, zone: ZoneInfo) -> bool:
    """Return whether letters go out at this moment."""
    return MORNING <= now.astimezone(zone).time() < EVENING


def due(dates: Dates, member: Standing, now: datetime) -> LetterKind | None:
    """Return the letter that this member is to get now: one, or none."""
    if not member.can_be_mailed or not is_daytime(now, dates.zone):
        return None
    return next((kind for kind in LetterKind if is_needed(kind, dates, member, now)), None)


def is_needed(kind: LetterKind, dates: Dates, member: Standing, now: datetime) -> bool:
    """Return whether a letter that this member did not have yet still says something to them."""
    if kind in {had for had, _day in member.had}:
        return False
    if kind in ASKING:
        return _is_asked(kind, dates, member, now)
    today = now.astimezone(dates.zone).date()
    return _says_something(kind, dates, member, today)


def _is_asked(kind: LetterKind, dates: Dates, member: Standing, now: datetime) -> bool:
    """Return whether this is the letter that asks for an answer today."""
    is_over = dates.stage != Stage.RUNNING or now >= dates.answers_until
    if is_over or member.has_answered or member.is_outside:
        return False
    today = now.astimezone(dates.zone).date()
    had = dict(member.had)
    if LetterKind.INVITATION not in had:
        # Also who joins late is first invited.
        return kind == LetterKind.INVITATION and today >= dates.invitation_on
    newest = max(day for asked, day in member.had if asked in ASKING)
    return today >= newest + REST and kind == _reminder(dates, member, today)


def _reminder(dates: Dates, member: Standing, today: date) -> LetterKind | None:
    """Return the reminder of this day. The last that applies: never two, and none made up for."""
    if today >= dates.last_reminder_on:
        return LetterKind.LAST_REMINDER
    if today >= dates.decision_on:
        return LetterKind.DECISION
    if today > dates.receipt_by and not member.has_confirmed:
        return LetterKind.RECEIPT
    return None


def _says_something(kind: LetterKind, dates: Dates, member: Standing, today: date) -> bool:
    """Return whether a letter that asks for no answer is for this day."""
    if kind == LetterKind.WEEK_STARTS:
        return _is_just_after(member.week_starts_on, today) and not member.is_outside
    if kind == LetterKind.WEEK_ENDS:
        ended = member.week_ends_on + DAY if member.week_ends_on else None
        return _is_just_after(ended, today) and not member.is_outside
    if kind == LetterKind.RECORD:
        # Also who is outside the count: that, too, is said of them in public.
        return dates.stage == Stage.REPLYING and today >= dates.reply_from
    if kind == LetterKind.LAUNCH:
        launched = dates.launch_at.astimezone(dates.zone).date()
        return dates.stage == Stage.LAUNCHED and _is_just_after(launched, today)
    # A link is only sent once more where somebody asks for it.
    return False


def _is_just_after(day: date | None, today: date) -> bool:
    return day is not None and day <= today < day + FRESH
