"""What the hall sees: the question, four answers, voices, the index, and what is next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from challenge.blocks.answers import OUTCOME_CHOICES
from challenge.journalist.reporting import report_of
from challenge.journalist.results import current_index
from challenge.journalist.rows import BandRow, pieces, rows_of
from challenge.journalist.voices import Voice, named
from challenge.models import Campaign, CampaignPage
from challenge.public.selectors import voices_of
from challenge.publication.results import OUTSIDE, UNKNOWN, Index
from challenge.vocabulary import Spending
from core.seo.metadata import absolute
from core.typesetting import code

# So many fit on a screen in letters that can be read at ten metres.
PARTIES, LETTERS, MOST_VOICES = 5, 240, 8


@dataclass(frozen=True)
class Slide:
    """One screen.

    Attributes:
        kind: the name of its template.
        title: what it is announced by.
        shown: what the template draws.

    """

    kind: str
    title: str
    shown: Any = None

    @property
    def template(self) -> str:
        """Return where its drawing is."""
        return f"challenge/journalist/slides/{self.kind}.html"


@dataclass(frozen=True)
class Answer:
    """One of the four answers, with how many gave it as far as that is known."""

    code: str
    name: str | Promise
    title: str
    count: int | None
    follow_up: str


def slides(campaign: Campaign) -> list[Slide]:
    """Return the slides of a campaign, in the language of the site."""
    page = _page(campaign)
    index = current_index(campaign)
    return [
        Slide("title", campaign.name, campaign),
        *_question(campaign, page),
        *_answers(page, index),
        *_voices(campaign, page, index),
        *_index(index),
        *_next(page),
        *_end(page),
    ]


def _page(campaign: Campaign) -> CampaignPage | None:
    """Return the campaign in words: as readers see it, or as it was last written."""
    pages = CampaignPage.objects.filter(campaign=campaign)
    page = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    if page is None or page.live:
        return page
    draft: CampaignPage = page.get_latest_revision_as_object()
    return draft


def _question(campaign: Campaign, page: CampaignPage | None) -> Iterator[Slide]:
    names = dict(Spending.choices)
    covers = [str(names[kind]) for kind in campaign.covers if kind in names]
    if page:
        yield Slide("question", page.question)
    yield Slide("covers", _("What the amount is for"), {"amount": campaign, "covers": covers})


def _four(page: CampaignPage | None, index: Index | None) -> list[Answer]:
    """Return the four answers as equals, always in the same order."""
    blocks = {str(one.value["outcome"]): one.value for one in page.answers} if page else {}
    return [
        Answer(
            code=key,
            name=name,
            title=blocks[key]["title"] if key in blocks else str(name),
            count=index.counts[key] if index else None,
            follow_up=blocks[key]["follow_up"] if key in blocks else "",
        )
        for key, name in OUTCOME_CHOICES
    ]


def _answers(page: CampaignPage | None, index: Index | None) -> Iterator[Slide]:
    title = _("Four answers")
    yield Slide("answers", title, {"answers": _four(page, index), "index": index})
    if index and (index.counts[UNKNOWN] or index.counts[OUTSIDE]):
        counts = {"unknown": index.counts[UNKNOWN], "outside": index.counts[OUTSIDE]}
        yield Slide("beside", _("Not among the four answers"), counts)


def _voices(campaign: Campaign, page: CampaignPage | None, index: Index | None) -> Iterator[Slide]:
    """Yield the words that the journalist quotes; without a report, one voice of each answer."""
    report = report_of(page) if page else None
    chosen = named(report.quoted) if report else {}
    voices = [chosen[name] for name in report.quoted if name in chosen] if report else []
    if not voices and index:
        voices = _one_of_each(campaign, index)
    for voice in voices[:MOST_VOICES]:
        title = _("Voice: %(name)s") % {"name": voice.speaker}
        parts = pieces(voice.words, LETTERS)
        for number, words in enumerate(parts, start=1):
            is_last = number == len(parts)
            yield Slide("voice", title, {"words": words, "voice": voice, "is_last": is_last})


def _one_of_each(campaign: Campaign, index: Index) -> list[Voice]:
    said = voices_of(campaign, index)
    parties = {party.slug: party.name for party in index.parties}
    firsts = [said[key][0] for key, _name in OUTCOME_CHOICES if said.get(key)]
    return [
        Voice("", one.words, one.person.name, parties.get(one.person.party, ""), "", campaign.pk)
        for one in firsts
    ]


def _index(index: Index | None) -> Iterator[Slide]:
    """Yield the parties, some on each slide; no place stands without its band."""
    if index is None:
        return
    yield Slide("about_index", _("The index"))
    placed: list[BandRow] = rows_of(index)
    for start in range(0, len(placed), PARTIES):
        rows = placed[start : start + PARTIES]
        shown = {"rows": rows, "has_few": any(row.is_few for row in rows)}
        yield Slide("index", _("The parties: place and band"), shown)


def _next(page: CampaignPage | None) -> Iterator[Slide]:
    for answer in _four(page, None):
        if answer.follow_up:
            for words in pieces(answer.follow_up, LETTERS):
                yield Slide("next", _("What is next"), {"answer": answer, "words": words})


def _end(page: CampaignPage | None) -> Iterator[Slide]:
    """Yield where all of it can be read, also for a phone's camera."""
    url = page.get_url() if page else None
    if not url:
        return
    address = absolute(url)
    # A drawing of our own making, from an address of our own.
    drawn = SafeString(code(address).decode().partition("?>")[2])
    plain = address.partition("://")[2].rstrip("/")
    yield Slide("end", _("Read all of it"), {"address": plain.split("/"), "code": drawn})
