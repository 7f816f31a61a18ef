"""A campaign with everything that the journalist may read, and secrets that nobody may."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.models import User
from challenge import models
from challenge.log import write_down
from challenge.tests import factories
from challenge.vocabulary import Audience, Channel, Choice, FactKey, Result, Spending

# Never in any byte of the desk: what was kept private, taken back, or tells how to reach somebody.
NEVER = ("Distelprive", "Distelgewist", "Distelstop", "distel@voorbeeld.example", "0612345678")
LISTS = ("answers", "logbooks", "contacts", "statements", "changes")
TABLES = ("antwoorden", "logboeken", "contacten", "wijzigingen")


@dataclass
class Told:
    """What was told, and by whom."""

    campaign: models.Campaign
    open: models.Invitee
    closed: models.Invitee
    silent: models.Invitee
    entry: models.Entry


def told() -> Told:
    """Return a running campaign: one who shares, one who keeps all private, one who is silent."""
    campaign = factories.CampaignFactory()
    parties = factories.PartyFactory.create_batch(3, council=campaign.council)
    people = [
        factories.InviteeFactory(campaign=campaign, party=party, **more)
        for party, more in zip(
            parties, ({"receipt_confirmed_at": factories.NOW}, {}, {}), strict=True
        )
    ]
    for one in people:
        one.member.email, one.member.phone = "distel@voorbeeld.example", "0612345678"
        one.member.save()
    sharing, closed, silent = people
    answers = (
        (sharing, 1, Choice.NO, "Klaproos eerst"),
        (sharing, 2, Choice.ACCEPT, "Klaproos ja"),
    )
    for who, number, choice, words in (*answers, (closed, 1, Choice.ACCEPT, "Korenbloem ja")):
        audience = Audience.PUBLIC if who is sharing else Audience.JOURNALIST
        models.Answer.objects.create(
            invitee=who,
            number=number,
            choice=choice,
            words=words,
            audience=audience,
            given_at=factories.NOW + dt.timedelta(hours=number),
        )
    entry = _week(sharing, Audience.PUBLIC, "Klaproos soep", Audience.JOURNALIST)
    _week(closed, Audience.PRIVATE, "Distelprive", Audience.PRIVATE)
    _contacts(silent)
    _beside(sharing)
    return Told(campaign, sharing, closed, silent, entry)


def _week(who: models.Invitee, audience: Audience, words: str, stop: Audience) -> models.Entry:
    """Let somebody write in the logbook and stop; two entries more are nobody's business."""
    stop_words = "Distelstop" if stop == Audience.PRIVATE else "Klaproos stop"
    week = factories.WeekFactory(
        invitee=who, stopped_at=factories.NOW, stop_words=stop_words, stop_audience=stop
    )
    gone = {"audience": Audience.PUBLIC, "removed_at": factories.NOW, "words": "Distelgewist"}
    factories.EntryFactory(week=week, **gone)
    factories.EntryFactory(week=week, words="Distelprive", cents=7_331)
    for _secret in range(13):
        write_down("entry-made", who.campaign, who, audience="private", cents=7_331)
    return factories.EntryFactory(
        week=week, audience=audience, words=words, spending=Spending.FOOD, cents=1_234
    )


def _contacts(who: models.Invitee) -> None:
    notes = ("Belt terug na het reces", "Beter via distel@voorbeeld.example", "Op 0612345678")
    for number, note in enumerate(notes):
        models.Contact.objects.create(
            invitee=who,
            channel=Channel.PHONE,
            result=Result.MESSAGE,
            note=note,
            happened_at=factories.NOW + dt.timedelta(minutes=number),
        )


def _beside(who: models.Invitee) -> None:
    models.Statement.objects.create(invitee=who, words="Klaproos verklaring")
    models.Correction.objects.create(invitee=who, words="Klaproos correctie")
    models.Ruling.objects.create(
        invitee=who, fact=FactKey.LOGBOOK, value=True, reason="Klaproos papier"
    )


def account(kind: str) -> Any:
    """Return somebody of a group, or a superuser."""
    if kind == "superuser":
        return User.objects.create_superuser("baas@voorbeeld.example", "x")
    user = User.objects.create_user(f"{kind.lower()}@voorbeeld.example", "x")
    user.groups.set(Group.objects.filter(name=kind))
    return user


def addresses(found: Told) -> dict[str, str]:
    """Return every address of the desk, by what it is."""
    slug = found.campaign.slug
    every = {name: reverse(f"journalist:{name}", args=[slug]) for name in LISTS}
    every |= {"desk": reverse("journalist:desk")}
    for name in ("presentation", "presentation_file"):
        every[name] = reverse(f"journalist:{name}", args=[slug])
    for one in ("open", "closed", "silent"):
        key = getattr(found, one).member.uuid
        every[f"member {one}"] = reverse("journalist:member", args=[slug, key])
    for table in TABLES:
        for ending in ("csv", "xlsx"):
            arguments = [slug, table, ending]
            every[f"{table}.{ending}"] = reverse("journalist:export", args=arguments)
    return every
