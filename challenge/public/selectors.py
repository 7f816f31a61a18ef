"""What the public pages of the challenge show, by a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import Promise

from challenge.blocks.answers import OUTCOME_CHOICES
from challenge.embargo import launched_release
from challenge.models import Answer, Campaign, CampaignPage, Party, Release, ReportPage
from challenge.public.timeline import moments_of
from challenge.publication.reading import read
from challenge.publication.results import Index, Person
from challenge.vocabulary import Audience, Stage
from core.restrictions import public

# Of each answer so many voices stand on the campaign's own page; all are one link away.
VOICES = 2
GOING_ON = (Stage.RUNNING, Stage.REPLYING, Stage.READY)


@dataclass(frozen=True)
class Voice:
    """What a member said in public, and who that is: the record stands beside it."""

    person: Person
    words: str


@dataclass(frozen=True)
class Outcome:
    """One of the four answers, as equals: its words, and from the launch its number and voices."""

    code: str
    name: str | Promise
    block: Any
    count: int | None
    voices: list[Voice]


class Public:
    """A campaign as everybody may see it at this moment; asks the database as little as it can."""

    def __init__(self, page: CampaignPage, release: Release | None = None) -> None:
        """Take the campaign's page, and what was released if that was found already."""
        self.page = page
        self.campaign: Campaign = page.campaign
        if release is not None:
            self.release = release

    @cached_property
    def release(self) -> Release | None:
        """Return what was released; nothing before the launch."""
        return launched_release(self.campaign)

    @cached_property
    def index(self) -> Index | None:
        """Return the released snapshot; nothing before the launch."""
        return index_of(self.release) if self.release else None

    @property
    def counts(self) -> dict[str, int]:
        """Return how many members stand under each heading; nothing before the launch."""
        return self.index.counts if self.index else {}

    @cached_property
    def report(self) -> Any | None:
        """Return the live report on this campaign in this page's language, if there is one."""
        if not self.campaign.is_launched:
            return None
        return next(iter(public(ReportPage.objects.child_of(self.page).live())), None)

    @cached_property
    def voices(self) -> dict[str, list[Voice]]:
        """Return what was said in public by the answer that it came with; from the launch."""
        return voices_of(self.campaign, self.index) if self.index else {}

    @property
    def has_logbooks(self) -> bool:
        """Return whether somebody made something of a logbook public; from the launch."""
        return self.release is not None and self.release.has_logbooks

    @property
    def has_method(self) -> bool:
        """Return whether the method is approved: it is public from then on, launch or not."""
        return self.campaign.method is not None and self.campaign.method.live

    def outcomes(self) -> list[Outcome]:
        """Return the four answers in the order in which they always stand."""
        blocks = {str(child.value["outcome"]): child for child in self.page.answers}
        return [
            Outcome(
                code=code,
                name=name,
                block=blocks.get(code),
                count=self.counts.get(code),
                voices=self.voices.get(code, [])[:VOICES],
            )
            for code, name in OUTCOME_CHOICES
        ]


def index_of(release: Release) -> Index:
    """Return the index that a release shows; also for its preview, whoever asks for that."""
    return read(release.snapshot.content)


def voices_of(campaign: Campaign, index: Index) -> dict[str, list[Voice]]:
    """Return the public words that came with the answers that count, in alphabetical order."""
    newer = Answer.objects.filter(
        invitee=OuterRef("invitee"),
        number__gt=OuterRef("number"),
        given_at__lt=campaign.answers_until,
    )
    given = Answer.objects.filter(
        ~Exists(newer),
        invitee__campaign=campaign,
        given_at__lt=campaign.answers_until,
        audience=Audience.PUBLIC,
    ).select_related("invitee__member")
    words = {str(one.invitee.member.uuid): (one.choice, one.words.strip()) for one in given}
    found: dict[str, list[Voice]] = {}
    for person in index.persons:
        choice, said = words.get(person.key, ("", ""))
        if said and choice == person.heading:
            found.setdefault(choice, []).append(Voice(person, said))
    return found


def party_slugs(page: CampaignPage) -> list[str]:
    """Return the parties that have a page of their own: none before the launch."""
    if not page.campaign.is_launched:
        return []
    asked = Party.objects.filter(invitees__campaign=page.campaign).distinct()
    return list(asked.values_list("slug", flat=True))


def front_context(index: Any) -> dict[str, Any]:
    """Return the campaigns in this language: what goes on now first, then the newest."""
    pages = (
        CampaignPage.objects.child_of(index)
        .live()
        .select_related("locale", "campaign__council")
        .order_by("-campaign__launch_at")
    )
    campaigns = sorted(public(pages), key=lambda page: page.campaign.stage not in GOING_ON)
    return {"current": next(iter(campaigns), None), "older": campaigns[1:]}


def campaign_context(shown: Public) -> dict[str, Any]:
    """Return what stands on a campaign's own page beside its text."""
    return {
        "outcomes": shown.outcomes(),
        "moments": moments_of(shown.campaign, timezone.localdate()),
    }
