"""All that changed in a campaign, line by line, the newest first.

Made from the records themselves, which are never changed, and not from the log of happenings:
that one also has a line for each private entry. Only what no record tells is taken from it, by a
list of what may be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from challenge.journalist.contacts import contacts
from challenge.journalist.forms.filters import Asked
from challenge.journalist.responses import Response, responses
from challenge.journalist.shared import members
from challenge.models import Campaign, Happening, Invitee, Snapshot
from challenge.vocabulary import Stage

# What happened that no record tells; nothing else of the log is shown.
SHOWN = {
    "stage": gettext_lazy("The campaign went to another stage"),
    "invited": gettext_lazy("Invited"),
    "outside": gettext_lazy("Put outside the count"),
    "inside": gettext_lazy("Counts again"),
    "certificate-made": gettext_lazy("Certificate made"),
    "link-made": gettext_lazy("Personal link made"),
    "links-revoked": gettext_lazy("Personal links withdrawn"),
}


@dataclass(frozen=True)
class Change:
    """One line.

    Attributes:
        at: when.
        what: what changed.
        detail: to what, in words of the site; never words that somebody typed.
        invitee: about whom, if about somebody.

    """

    at: dt.datetime
    what: str
    detail: str = ""
    invitee: Invitee | None = None


def changes(campaign: Campaign, asked: Asked) -> list[Change]:
    """Return what changed for the members that are asked for; for all of them, also the rest."""
    people = members(campaign, Asked(asked.party, asked.outcome, asked.logbook, asked.words))
    about = chain.from_iterable(_of(one) for one in responses(people))
    narrowed = asked.party or asked.outcome or asked.logbook or asked.words
    lines = chain(
        about,
        _contacted(campaign, asked),
        _happened(campaign, people),
        () if narrowed else _of_campaign(campaign),
    )
    shown = (one for one in lines if asked.since is None or one.at >= asked.since)
    return sorted(shown, key=lambda one: one.at, reverse=True)


def changes_of(response: Response, campaign: Campaign) -> list[Change]:
    """Return what changed for one member, the newest first, contacts left out."""
    mine = Invitee.objects.filter(pk=response.invitee.pk)
    lines = chain(_of(response), _happened(campaign, mine))
    return sorted(lines, key=lambda one: one.at, reverse=True)


def _of(response: Response) -> Iterator[Change]:
    who = response.invitee
    if who.receipt_confirmed_at:
        yield Change(who.receipt_confirmed_at, _("Receipt confirmed"), "", who)
    for answer in response.answers:
        yield Change(answer.given_at, _("Answer given"), answer.get_choice_display(), who)
    for statement in response.statements:
        yield Change(statement.made_at, _("Statement made or changed"), "", who)
    for one in response.corrections:
        yield Change(one.asked_at, _("Correction asked"), "", who)
        if one.replied_at:
            yield Change(one.replied_at, _("Correction answered"), one.get_standing_display(), who)
    for ruling in response.rulings:
        value = _("yes") if ruling.value else _("no")
        detail = f"{ruling.get_fact_display()}: {value}"
        yield Change(ruling.made_at, _("Fact established by the team"), detail, who)
    yield from _in_week(response)


def _in_week(response: Response) -> Iterator[Change]:
    week, who = response.week, response.invitee
    if week is None:
        return
    yield Change(week.chosen_at, _("Week chosen"), f"{week.starts_on:%Y-%m-%d}", who)
    if week.stopped_at:
        yield Change(week.stopped_at, _("Week stopped"), "", who)
    if week.closed_at:
        yield Change(week.closed_at, _("Week closed"), "", who)
    for entry in week.entries:
        detail = f"{entry.day:%Y-%m-%d}: {entry.get_audience_display()}"
        yield Change(entry.changed_at, _("Logbook entry shared or changed"), detail, who)


def _contacted(campaign: Campaign, asked: Asked) -> Iterator[Change]:
    for shown in contacts(campaign, asked):
        one = shown.contact
        detail = f"{one.get_channel_display()}: {one.get_result_display()}"
        yield Change(one.happened_at, _("Contact"), detail, one.invitee)


def _happened(campaign: Campaign, people: QuerySet[Any]) -> Iterator[Change]:
    """Yield what the log tells of members beside their records."""
    found = Happening.objects.filter(campaign=campaign, invitee__in=people, kind__in=SHOWN)
    for one in found.select_related("invitee__member", "invitee__party"):
        yield Change(one.happened_at, str(SHOWN[one.kind]), "", one.invitee)


def _of_campaign(campaign: Campaign) -> Iterator[Change]:
    """Yield what is about no member: stages and snapshots."""
    stages = dict(Stage.choices)
    for one in Happening.objects.filter(campaign=campaign, invitee=None, kind__in=SHOWN):
        stage = one.details.get("after", "")
        yield Change(one.happened_at, str(SHOWN[one.kind]), str(stages.get(stage, "")))
    for number, at in Snapshot.objects.filter(campaign=campaign).values_list("number", "made_at"):
        yield Change(at, _("Snapshot of the index made"), str(number))
