"""Writes down the letters that went out in the past: which, the timetable itself says.

Made many at once: there are hundreds, and nothing is mailed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils import timezone

from challenge.demo import lines
from challenge.demo.past import as_of
from challenge.demo.plan import CampaignPlan, One
from challenge.letters.bounces import note_bounce
from challenge.letters.reading import dates_of
from challenge.letters.timetable import Dates, Standing, due
from challenge.models import Campaign, Contact, Happening, Invitee, Letter
from challenge.vocabulary import AddressStanding, Channel, LetterKind, Result, Stage

# When the clock gets round to it.
HOUR, MINUTE = 9, 15
DAY = dt.timedelta(days=1)
WEEK = 7


@dataclass(frozen=True)
class Morning:
    """The moment of a day at which letters go out.

    Attributes:
        number: which day, counted from the invitation.
        at: the moment.
        dates: those of the campaign, with the stage at which it stood.

    """

    number: int
    at: dt.datetime
    dates: Dates


@dataclass(frozen=True)
class Sent:
    """A letter that went out."""

    invitee: Invitee
    kind: LetterKind
    at: dt.datetime


def write_letters(
    plan: CampaignPlan, campaign: Campaign, invitees: dict[str, Invitee], until: dt.date
) -> None:
    """Write down all letters of a campaign that went out before a day."""
    last = min((until - plan.first_day).days, plan.values["launch_at"][0] + WEEK)
    mornings = [_morning(plan, campaign, number) for number in range(last)]
    sent = [
        Sent(invitees[one.values["name"]], kind, at)
        for one in plan.members
        for kind, at in _letters_of(plan, one, mornings)
    ]
    Letter.objects.bulk_create(_letter(one) for one in sent)
    Contact.objects.bulk_create(_contact(one) for one in sent)
    Happening.objects.bulk_create(line for one in sent for line in _happenings(campaign, one))
    _bounce(plan, invitees)


def _morning(plan: CampaignPlan, campaign: Campaign, number: int) -> Morning:
    day = plan.day(number)
    stage = Stage.RUNNING
    if day >= campaign.reply_from:
        stage = Stage.REPLYING
    if day > timezone.localdate(campaign.launch_at):
        stage = Stage.LAUNCHED
    return Morning(number, plan.at(number, HOUR, MINUTE), replace(dates_of(campaign), stage=stage))


def _letters_of(
    plan: CampaignPlan, one: One, mornings: list[Morning]
) -> Iterator[tuple[LetterKind, dt.datetime]]:
    """Yield the letters of one member, and when each went out."""
    place = one.place.at("answers")
    answered = [lines.answer(text, place).day for text in one.values.get("answers", [])]
    had: tuple[tuple[LetterKind, dt.date], ...] = ()
    for morning in mornings[one.values.get("invited", 0) :]:
        standing = replace(_standing(plan, one, answered, morning.number), had=had)
        if had and _is_bounced(one):
            # The first one came back.
            return
        kind = due(morning.dates, standing, morning.at)
        if kind is not None:
            yield kind, morning.at
            had = (*had, (kind, plan.day(morning.number)))


def _standing(plan: CampaignPlan, one: One, answered: list[int], today: int) -> Standing:
    """Return what counted of a member on the morning of a day."""
    said = one.values
    standing = Standing(
        is_outside="outside" in said and said["since"] <= today,
        has_confirmed=said.get("receipt", today) < today,
        has_answered=bool(answered) and answered[0] < today,
    )
    if "week" not in said or answered[-1] >= today:
        return standing
    begins, ends = said["week"], said["week"] + WEEK - 1
    is_stopped = "stopped" in said and today >= begins + int(said["stopped"][0])
    is_closed = bool(said.get("closed")) and today > ends + 1
    return replace(
        standing,
        week_starts_on=None if is_stopped else plan.day(begins),
        week_ends_on=None if is_stopped or is_closed else plan.day(ends),
    )


def _is_bounced(one: One) -> bool:
    return bool(one.values.get("address") == AddressStanding.BOUNCED)


def _letter(sent: Sent) -> Letter:
    at = sent.at
    return Letter(invitee=sent.invitee, kind=sent.kind, planned_at=at, begun_at=at, sent_at=at)


def _contact(sent: Sent) -> Contact:
    return Contact(
        invitee=sent.invitee,
        channel=Channel.MAIL,
        result=Result.SENT,
        letter=sent.kind,
        happened_at=sent.at,
    )


def _happenings(campaign: Campaign, sent: Sent) -> Iterator[Happening]:
    """Yield what the log says of a letter."""
    for kind in ("letter-planned", "letter-sent"):
        yield Happening(
            campaign=campaign,
            invitee=sent.invitee,
            kind=kind,
            happened_at=sent.at,
            details={"letter": sent.kind},
        )


def _bounce(plan: CampaignPlan, invitees: dict[str, Invitee]) -> None:
    """Let the invitation of those whose address does not work come back."""
    for one in plan.members:
        if _is_bounced(one):
            invitee = invitees[one.values["name"]]
            with as_of(plan.at(0, HOUR, MINUTE + 1), Contact):
                note_bounce(invitee, invitee.letters.get())
