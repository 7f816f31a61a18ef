"""What happens to a campaign between two visits of a member, in the demo's own database.

Each step runs in a process of its own, by `take_step`: the tests' Django looks at another
database. Time cannot be moved in a running server, so the days of the campaign are.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Callable
from unittest import mock

from django.core import mail
from django.db.models import F, QuerySet
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from challenge import links, models
from challenge.letters import planning
from challenge.publication import snapshots
from challenge.publication.steps import take
from challenge.tests import factories
from challenge.vocabulary import Choice, Stage
from redactieraad.tests.factories import publish
from tests.plugins.demo_site import ROOT, DemoSite

DAY = dt.timedelta(days=1)
# When each date of the campaign lies, counted in days from its first.
DAYS = {
    "receipt_by": 10, "postcards_on": 15, "decision_on": 20, "last_reminder_on": 25,
    "weeks_until": 40, "reply_from": 41, "reply_until": 49,
}  # fmt: skip
MOMENTS = {"answers_until": 30, "launch_at": 53}
COUNCIL = ("raad1", "raad4", "raad3")
RUN = """
import sys
import django
django.setup()
from tests.browser.challenge_steps import STEPS
print(STEPS[sys.argv[1]](*sys.argv[2:]))
"""


def take_step(demo: DemoSite, name: str, *arguments: str) -> str:
    """Let something happen in the demo, and return what it says."""
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "warmrotterdam.settings.dev",
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
        "VAR_DIR": str(demo.database.parent),
        "SITE_URL": demo.base,
        "DEBUG": "0",
    }
    for elsewhere in ("DATABASE_URL", "CACHE_URL"):
        env.pop(elsewhere, None)
    done = subprocess.run(
        [sys.executable, "-c", RUN, name, *arguments],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def begin(slug: str) -> str:
    """Let a campaign with one member begin today; return the invitation as it was mailed."""
    today = timezone.localdate()
    council = factories.CouncilFactory(slug=slug)
    method = factories.MethodFactory(version=slug[-20:])
    campaign = factories.CampaignFactory(
        council=council,
        method=publish(method, _voters()),
        name=slug,
        slug=slug,
        stage=Stage.PREPARING,
        **_dates(today),
    )
    _publish_page(campaign)
    party = factories.PartyFactory(council=council)
    invitee = factories.InviteeFactory(
        campaign=campaign, party=party, member__council=council, member__name=f"Lid van {slug}"
    )
    models.Membership.objects.create(
        member=invitee.member, party=party, starts_on=today - 500 * DAY
    )
    take(campaign, Stage.RUNNING)
    return _mailed(invitee)


def pass_days(slug: str, number: str) -> str:
    """Let so many days pass in the week of the campaign's only member."""
    days = int(number) * DAY
    weeks = models.Week.objects.filter(invitee__campaign__slug=slug)
    models.Entry.objects.filter(week__in=weeks).update(day=F("day") - days)
    weeks.update(starts_on=F("starts_on") - days)
    return slug


def let_members_look(slug: str) -> str:
    """Let the deadline pass: members look at their records now."""
    campaign = _on_day(slug, DAYS["reply_from"] + 1)
    return str(take(campaign, Stage.REPLYING).stage)


def mend(slug: str) -> str:
    """Answer the corrections that were asked."""
    asked = models.Correction.objects.filter(invitee__campaign__slug=slug)
    asked.update(standing=models.Correction.Standing.MENDED, reply="Dat is nu goed.")
    return str(asked.count())


def launch(slug: str) -> str:
    """Let the redactieraad approve the results, and the launch come."""
    campaign = _on_day(slug, DAYS["reply_until"] + 1)
    release = models.Release(
        campaign=campaign,
        snapshot=snapshots.make(campaign),
        introduction="Zo antwoordde de raad.",
        live=False,
    )
    release.save()
    publish(release, _voters())
    take(campaign, Stage.READY)
    campaign = _on_day(slug, MOMENTS["launch_at"] + 1)
    return str(take(campaign, Stage.LAUNCHED).stage)


def open_personal_pages(slug: str, *names: str) -> str:
    """Return new links of members of the demo, and where one of its certificates is verified."""
    now = timezone.now()
    asked = [models.Invitee.objects.get(campaign__slug=slug, member__name=name) for name in names]
    homes = [reverse("challenge:personal", args=[links.make(one, now)]) for one in asked]
    made = models.Certificate.objects.filter(week__invitee__campaign__stage=Stage.LAUNCHED)
    code = made.order_by("pk")[0].code
    return " ".join([*homes, reverse("challenge:certificate", args=[code])])


STEPS: dict[str, Callable[..., str]] = {
    step.__name__: step
    for step in (begin, pass_days, let_members_look, mend, launch, open_personal_pages)
}


def _dates(first_day: dt.date) -> dict[str, dt.date | dt.datetime]:
    days = {name: first_day + number * DAY for name, number in DAYS.items()}
    moments = {
        name: factories.moment(first_day + number * DAY, 12) for name, number in MOMENTS.items()
    }
    return {"invitation_on": first_day, **days, **moments}


def _on_day(slug: str, number: int) -> models.Campaign:
    """Return the campaign with its dates moved so that today is this day of it."""
    campaign = models.Campaign.objects.get(slug=slug)
    first_day = timezone.localdate() - number * DAY
    campaign.stage_since -= campaign.invitation_on - first_day
    for name, value in _dates(first_day).items():
        setattr(campaign, name, value)
    campaign.save()
    # What was answered was answered in time.
    given = QuerySet(models.Answer).filter(invitee__campaign=campaign)
    given.update(given_at=factories.moment(first_day + DAY))
    return campaign


def _publish_page(campaign: models.Campaign) -> None:
    index = models.ChallengeIndexPage.objects.get(locale__language_code="nl")
    page = models.CampaignPage(
        title=campaign.name,
        slug=campaign.slug,
        campaign=campaign,
        locale=index.locale,
        intro="Een voorbeeld.",
        question="Leven van € 50 per week. Kunt u dat?",
        why="Omdat veel mensen het moeten.",
        definition="Eten, drinken en verzorging.",
        answers=[
            (
                "answer",
                {"outcome": code, "title": code, "words": "…", "follow_up": f"En na {code}?"},
            )
            for code in (*Choice.values, "none")
        ],
        live=False,
    )
    index.add_child(instance=page)
    page.save_revision()
    publish(page, _voters())


def _mailed(invitee: models.Invitee) -> str:
    """Return the link in the letter that the clock sends by day."""
    noon = factories.moment(timezone.localdate())
    immediate = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    backend = "django.core.mail.backends.locmem.EmailBackend"
    with (
        override_settings(TASKS=immediate, EMAIL_BACKEND=backend),
        mock.patch("django.utils.timezone.now", return_value=noon),
    ):
        mail.outbox = []
        planning._plan(invitee.pk, noon)
    (letter,) = mail.outbox
    return next(word for word in str(letter.body).split() if "/uitdaging/" in word)


def _voters() -> list[User]:
    return [User.objects.get(email=f"{name}@voorbeeld.example") for name in COUNCIL]
