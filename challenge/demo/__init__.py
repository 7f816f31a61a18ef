"""The challenge's demo: an invented council, asked three times, by the code that asks a real one.

The first time is over and public, the second is going on, the third is being prepared. Loading
again makes only what is missing: what somebody did since stays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

import accounts.demo
from accounts.models import User
from challenge import links
from challenge.demo.campaigns import load_campaigns
from challenge.demo.council import load_council
from challenge.demo.emptying import remove_all
from challenge.demo.plan import Plan, read_plan
from challenge.demo.publishing import History
from challenge.demo.texts import Writer, load_method, texts_in
from challenge.models import Campaign, ChallengeIndexPage, Invitee
from challenge.vocabulary import Stage
from core.demo.finder import Finder
from languages.registry import LANGUAGES, SOURCE
from redactieraad.demo_votes import Voters
from redactieraad.letters.sending import quietly

Say = Callable[[str], None]
Pages = Callable[[str], dict[str, int]]


def load(say: Say, pictures: dict[str, int], pages: Pages, now: dt.datetime | None = None) -> None:
    """Make what is missing.

    Args:
        say: is given one line for each language, before it starts.
        pictures: the id of each demo picture by its name.
        pages: returns, for a language tag, the ids of the site's other pages by key.
        now: the moment around which the campaigns lie; this one by default.

    Raises:
        DemoContentError: if a file of the demo content is wrong; it names file and field.

    """
    now = now or timezone.now()
    plan = read_plan(timezone.localdate(now))
    keys = [one.key for one in plan.campaigns]
    texts = {language: texts_in(language.code, keys) for language in LANGUAGES}
    for language in sorted(LANGUAGES, key=lambda one: one.code != SOURCE):
        code = language.code
        index = ChallengeIndexPage.objects.filter(locale__language_code=code).first()
        if index is None or not texts[language]:
            continue
        say(f"The challenge in {language.name} ({len(texts[language])})")
        finder = Finder((code, SOURCE), pages(code), pictures)
        # All at once: a campaign is never there without what happened in it.
        with transaction.atomic(), quietly():
            writer = Writer(index, finder, Voters(code))
            new = _load_records(plan, writer.voters) if code == SOURCE else []
            writer.write_campaigns(texts[language], _campaigns(keys))
            _let_happen(plan, new, now, writer)


def empty(say: Say) -> None:
    """Remove the invented council and all that happened in its campaigns."""
    say("Removing the challenge's demo")
    with transaction.atomic():
        remove_all(read_plan(timezone.localdate()))


def ways_in() -> Iterator[str]:
    """Yield a line for each member whose personal page can be tried, with a new link to it.

    A link is kept nowhere, so those that were given before cannot be given again.
    """
    for one in read_plan(timezone.localdate()).campaigns:
        for member in one.members:
            invitee = _running(one.key, member.values["name"])
            if member.values.get("has_link") and invitee:
                path = reverse("challenge:personal", args=[links.make(invitee, timezone.now())])
                yield f"Personal page of {invitee}: {settings.WAGTAILADMIN_BASE_URL}{path}"


def _load_records(plan: Plan, voters: Voters) -> list[Campaign]:
    """Return the campaigns that were missing, with their council and method."""
    council = load_council(plan.council, plan.campaigns[0].first_day)
    return load_campaigns(plan, council, load_method(voters))


def _campaigns(keys: list[str]) -> dict[str, Campaign]:
    return {one.slug: one for one in Campaign.objects.filter(slug__in=keys)}


def _let_happen(plan: Plan, new: list[Campaign], now: dt.datetime, writer: Writer) -> None:
    """Let all happen in new campaigns that did until now."""
    team = User.objects.get(email=f"programma@{accounts.demo.DOMAIN}")
    plans = {one.key: one for one in plan.campaigns}
    for campaign in new:
        History(plans[campaign.slug], campaign, team, now, writer).unfold()


def _running(slug: str, name: str) -> Invitee | None:
    """Return a member of a campaign that is running."""
    asked = Invitee.objects.filter(campaign__slug=slug, campaign__stage=Stage.RUNNING)
    return asked.select_related("campaign", "member").filter(member__name=name).first()
