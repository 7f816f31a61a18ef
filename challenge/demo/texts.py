"""Makes the demo's governed texts, and brings each before the demo's council."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from challenge.demo.plan import CONTENT, uuid_of
from challenge.journalist.reporting import VOICE
from challenge.journalist.voices import voices
from challenge.models import Campaign, CampaignPage, ChallengeIndexPage, Method, ReportPage
from core.demo.blocks import stream_of
from core.demo.files import read_toml
from core.demo.finder import Finder
from core.demo.texts import Shape, Text, files_in
from redactieraad.demo_votes import Voters

COMMON = ("title", "slug", "seo_title", "search_description", "in_short", "intro")
CAMPAIGN_WORDS = (*COMMON, "question", "why", "definition")
STREAMS = ("answers", "launch_day")
SHAPE = Shape({*CAMPAIGN_WORDS, *STREAMS}, {*CAMPAIGN_WORDS, "answers"} - {"seo_title"})
REPORT_WORDS = (*COMMON, "author")
REPORT_SHAPE = Shape({*REPORT_WORDS, "body"}, {*REPORT_WORDS, "body"} - {"seo_title"})
REPORTS = "report"


def load_method(voters: Voters) -> Method:
    """Return the method of the demo's campaigns, approved by the council."""
    said = read_toml(CONTENT / "method.toml")
    method = Method.objects.filter(version=said["version"]).first()
    if method is None:
        method = Method(version=said["version"], words=said["words"].strip(), live=False)
        method.full_clean()
        method.save()
        method.save_revision(user=voters.editor)
        voters.bring(method, "live")
        method.refresh_from_db()
    return method


def texts_in(code: str, keys: list[str]) -> dict[str, Text]:
    """Return the words of the campaigns' pages in one language, by key."""
    files = files_in(CONTENT / code, keys)
    return {key: SHAPE.read(file) for key, file in files.items()}


class Writer:
    """Makes the pages of one language, and has each of them voted on."""

    def __init__(self, index: ChallengeIndexPage, finder: Finder, voters: Voters) -> None:
        """Take where the pages go, what their texts name, and who writes and votes."""
        self.index = index
        self.finder = finder
        self.voters = voters

    def write_campaigns(self, texts: dict[str, Text], campaigns: dict[str, Campaign]) -> None:
        """Make the pages of campaigns that are missing, and publish them."""
        for key, text in texts.items():
            page = CampaignPage(campaign=campaigns[key])
            self._write(page, self.index, key, text, (CAMPAIGN_WORDS, STREAMS))

    def write_report(self, key: str) -> None:
        """Make the report on a campaign, if it is missing; it appears with the launch."""
        file = CONTENT / self.index.locale.language_code / REPORTS / f"{key}.toml"
        if not file.exists():
            return
        parent = CampaignPage.objects.get(
            translation_key=uuid_of(f"page/{key}"), locale=self.index.locale
        )
        text = REPORT_SHAPE.read(file)
        _name_voices(text, parent.campaign)
        self._write(ReportPage(), parent, f"{REPORTS}/{key}", text, (REPORT_WORDS, ("body",)))

    def _write(
        self, page: Any, parent: Any, key: str, text: Text, fields: tuple[tuple[str, ...], ...]
    ) -> None:
        """Put a page into the tree as a draft, and let the council decide, unless it is there."""
        page.translation_key, page.locale = uuid_of(f"page/{key}"), self.index.locale
        same = type(page).objects.filter(translation_key=page.translation_key, locale=page.locale)
        if same.exists():
            return
        words, streams = fields
        for name in words:
            if name in text.values:
                setattr(page, name, text.values[name].strip())
        for name in streams:
            block = type(page)._meta.get_field(name).stream_block
            entries = text.values.get(name, [])
            setattr(page, name, stream_of(block, entries, text.place.at(name), self.finder))
        page.live, page.owner = False, self.voters.editor
        try:
            parent.add_child(instance=page)
        except ValidationError as error:
            field, messages = next(iter(error.message_dict.items()))
            text.place.at(field).refuse(messages[0])
        page.save_revision(user=self.voters.editor)
        self.voters.bring(page, "live")


def _name_voices(text: Text, campaign: Campaign) -> None:
    """Let each quote of a report name what it quotes: the file says who, and how it begins."""
    said = list(voices(campaign))
    for position, entry in enumerate(text.values["body"]):
        if entry["type"] == VOICE:
            speaker, _colon, words = entry["source"].partition(": ")
            found = [one for one in said if one.speaker == speaker and one.words.startswith(words)]
            if len(found) != 1:
                place = text.place.at("body").at(position).at("source")
                place.refuse(f"{entry['source']!r} begins {len(found)} texts")
            entry["source"] = found[0].name
