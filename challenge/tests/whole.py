"""A whole campaign for tests, on the eve of its launch: every kind of answer, all of it approved.

`SECRETS` are words that nobody may read before the launch, and everybody from it on.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image

from django.core.files.base import ContentFile

from wagtail.models import Page, Site

from accounts.models import User
from challenge import models
from challenge.publication import snapshots
from challenge.publication.methods import digest_of_method
from challenge.publication.steps import take
from challenge.tests import factories
from challenge.vocabulary import (
    AddressStanding,
    Audience,
    Channel,
    Choice,
    Outside,
    Result,
    Spending,
    Stage,
)
from redactieraad.tests.factories import council, publish

WORDS = {
    Choice.ACCEPT: "Zonnebloemwoorden bij ja",
    Choice.NO: "Zonnebloemwoorden bij nee",
    Choice.NONSENSE: "Zonnebloemwoorden bij onzin",
}
STATEMENT = "Zonnebloemverklaring"
ENTRY = "Zonnebloemlogboek"
STOPPED = "Zonnebloemstop"
REPORT = "Zonnebloemverslag"
RELEASED = "Zonnebloeminleiding"
GUEST = "Zonnebloemgast"
SECRETS = (*WORDS.values(), STATEMENT, ENTRY, STOPPED, REPORT, RELEASED, GUEST)
# Never public: neither before nor after.
NEVER = ("Distelprive", "Distelmail@voorbeeld.example", "Distelcorrectie", "Disteljournalist")


@dataclass
class Whole:
    """A campaign with all that belongs to it."""

    campaign: models.Campaign
    page: models.CampaignPage
    report: models.ReportPage
    release: models.Release
    council: list[User]
    names: list[str]

    @property
    def url(self) -> str:
        """Return where the campaign's page is."""
        return str(self.page.get_url())

    def launch(self) -> None:
        """Let everything appear."""
        self.campaign = take(self.campaign, Stage.LAUNCHED)
        for one in (self.page, self.report, self.release):
            one.refresh_from_db()


def on_the_eve(**fields: Any) -> Whole:
    """Return a campaign that is ready, its release and its report approved and withheld."""
    voters = council()[:3]
    campaign = factories.CampaignFactory(stage=Stage.PREPARING, **fields)
    method = publish(campaign.method, voters)
    campaign.method, campaign.method_digest = method, digest_of_method(method)
    campaign.stage = Stage.REPLYING
    campaign.save()
    page = _page_of(campaign, voters)
    names = [invitee.member.name for invitee in _answer(campaign)]
    models.Guest.objects.create(campaign=campaign, name=GUEST, role="presentator")
    release = _released(campaign, voters)
    report = _reported(page, voters)
    campaign.refresh_from_db()
    campaign.stage = Stage.READY
    campaign.save()
    return Whole(campaign, page, report, release, voters, names)


def below(parent: Page, page: Page, voters: list[User]) -> Any:
    """Return a page below another one, approved."""
    page.locale = parent.locale
    page.live = False
    parent.add_child(instance=page)
    page.save_revision()
    return publish(page, voters)


def _page_of(campaign: models.Campaign, voters: list[User]) -> models.CampaignPage:
    home = Site.objects.get(is_default_site=True).root_page.specific
    index = models.ChallengeIndexPage.objects.child_of(home).first()
    if index is None:
        index = models.ChallengeIndexPage(title="Uitdaging", slug="uitdaging", locale=home.locale)
        index.show_in_menus = True
        home.add_child(instance=index)
        index.save_revision().publish()
    page = models.CampaignPage(
        title=campaign.name,
        slug=campaign.slug,
        campaign=campaign,
        intro="Waar het over gaat.",
        question="Leven van € 50 per week. Kunt u dat?",
        why="Omdat veel mensen het moeten.",
        definition="Eten en drinken.",
        answers=[("answer", answer) for answer in _answers()],
        launch_day=[("part", {"starts_at": dt.time(20), "title": "De uitkomsten", "words": ""})],
    )
    return below(index, page, voters)


def _answers() -> list[dict[str, str]]:
    return [
        {"outcome": code, "title": f"Antwoord {code}", "words": "Wat het is.", "follow_up": "Dan?"}
        for code in ("no", "accept", "none", "nonsense")
    ]


def _answer(campaign: models.Campaign) -> list[models.Invitee]:
    """Let eight members of three parties respond, each in another way; return them."""
    large, small, silent = factories.PartyFactory.create_batch(3, council=campaign.council)
    accepts = _invitee(campaign, large, Choice.ACCEPT)
    _keep_logbook(accepts)
    models.Statement.objects.create(invitee=accepts, words=STATEMENT)
    correction = "Distelcorrectie"
    models.Correction.objects.create(
        invitee=accepts, words=correction, standing=models.Correction.Standing.DECLINED
    )
    stopped = _invitee(campaign, large, Choice.ACCEPT, audience=Audience.JOURNALIST)
    factories.WeekFactory(
        invitee=stopped,
        stopped_at=factories.NOW,
        stop_words=STOPPED,
        stop_audience=Audience.PUBLIC,
    )
    factories.EntryFactory(week=stopped.week, words="Stop op dag een", audience=Audience.PUBLIC)
    refuses = _invitee(campaign, large, Choice.NO)
    nonsense = _invitee(campaign, small, Choice.NONSENSE)
    no_reply = _invitee(campaign, small, None, address=AddressStanding.VERIFIED)
    for number in range(4):
        models.Contact.objects.create(
            invitee=no_reply,
            channel=Channel.MAIL if number % 2 else Channel.PHONE,
            result=Result.SENT if number % 2 else Result.MESSAGE,
            happened_at=factories.NOW,
        )
    unknown = _invitee(campaign, silent, None)
    replaced = _invitee(campaign, small, None, outside=Outside.REPLACED)
    journalist = _invitee(campaign, small, Choice.NO, audience=Audience.JOURNALIST)
    return [accepts, stopped, refuses, nonsense, no_reply, unknown, replaced, journalist]


def _invitee(
    campaign: models.Campaign,
    party: models.Party,
    choice: Choice | None,
    audience: Audience = Audience.PUBLIC,
    **fields: Any,
) -> models.Invitee:
    invitee = factories.InviteeFactory(campaign=campaign, party=party, **fields)
    invitee.member.name = f"Zonnebloem{invitee.pk} van Voorbeeld"
    invitee.member.email = "Distelmail@voorbeeld.example"
    invitee.member.save()
    models.Membership.objects.create(
        member=invitee.member, party=party, starts_on=dt.date(2022, 3, 30)
    )
    if choice is not None:
        is_public = audience == Audience.PUBLIC
        words = WORDS[choice] if is_public else "Disteljournalist"
        models.Answer.objects.create(
            invitee=invitee,
            number=1,
            choice=choice,
            words=words,
            audience=audience,
            given_at=factories.NOW,
        )
    return invitee


def _keep_logbook(invitee: models.Invitee) -> None:
    """Write on each of seven days, once in public with a photo, once for nobody else."""
    week = factories.WeekFactory(invitee=invitee, closed_at=factories.NOW + dt.timedelta(days=9))
    for number, day in enumerate(week.days):
        entry = factories.EntryFactory(
            week=week,
            day=day,
            cents=300,
            spending=Spending.FOOD,
            words=ENTRY if number == 0 else "Distelprive" if number == 1 else "",
            audience=Audience.PRIVATE if number == 1 else Audience.PUBLIC,
        )
        if number == 0:
            drawn = BytesIO()
            Image.new("RGB", (8, 8), "orange").save(drawn, "JPEG")
            entry.photo.save("foto.jpg", ContentFile(drawn.getvalue()))


def _released(campaign: models.Campaign, voters: list[User]) -> models.Release:
    snapshot = snapshots.make(campaign)
    release = models.Release(
        campaign=campaign, snapshot=snapshot, introduction=RELEASED, live=False
    )
    release.save()
    return publish(release, voters)


def _reported(page: models.CampaignPage, voters: list[User]) -> models.ReportPage:
    report = models.ReportPage(
        title=REPORT, slug="verslag", intro="Wat ik las.", author="Een voorbeeldjournalist"
    )
    return below(page, report, voters)
