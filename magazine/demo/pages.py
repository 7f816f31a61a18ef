"""Makes the pages of the magazine's demo in one language, as drafts of the demo's editor."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError

from wagtail.models import Page

import accounts.demo
from accounts.models import User
from core.demo.blocks import stream_of
from core.demo.finder import Finder
from core.demo.texts import Text
from languages.registry import SOURCE
from magazine.demo.plan import MAGAZINE, Entry, Plan, translation_key
from magazine.models import (
    Consent,
    EditionItem,
    EditionPage,
    MagazineIndexPage,
    MakerPage,
    PortraitPage,
    Series,
    StoryMaker,
    StoryPage,
    StoryRelated,
)

WORDS = (
    "title", "slug", "seo_title", "search_description", "in_short", "intro", "lead",
    "cover_caption", "person_name", "person_quote", "about", "audio_transcript",
)  # fmt: skip
MODELS = {
    "maker": MakerPage,
    "edition": EditionPage,
    "story": StoryPage,
    "portrait": PortraitPage,
}


class Maker:
    """Makes the pages of one language."""

    def __init__(
        self,
        plan: Plan,
        texts: dict[str, Text],
        index: MagazineIndexPage,
        pictures: dict[str, int],
        pages: dict[str, int],
    ) -> None:
        """Take what the pages are made of.

        Args:
            plan: what there is.
            texts: the words in this language, by key.
            index: the magazine in this language.
            pictures: the id of each picture by name.
            pages: the ids of the site's other pages by key, for links.

        """
        self.plan = plan
        self.texts = texts
        self.index = index
        self.locale = index.locale
        self.editor = User.objects.get(email=f"redacteur@{accounts.demo.DOMAIN}")
        self.found = self._existing()
        self.finder = Finder((self.locale.language_code, SOURCE), pages | self._ids(), pictures)

    def make(self, consents: dict[str, Consent], series: dict[str, Series]) -> dict[str, Page]:
        """Return the new pages by key, each a draft with its first revision."""
        new = {}
        for key, entry in self.plan.pages.items():
            if key in self.texts and key not in self.found:
                new[key] = self._add(entry)
        # Links lead to pages that were made a moment ago.
        self.finder.pages.update(self._ids())
        for key, page in new.items():
            self._fill(page, self.plan.pages[key], consents, series)
            page.save_revision(user=self.editor)
        return new

    def _existing(self) -> dict[str, Page]:
        keys = {translation_key(key): key for key in self.plan.pages}
        pages = Page.objects.filter(translation_key__in=keys, locale=self.locale).specific()
        return {keys[page.translation_key]: page for page in pages}

    def _ids(self) -> dict[str, int]:
        """Return where links lead: to the page in this language, else in the source."""
        keys = {translation_key(key): key for key in self.plan.pages}
        pages = Page.objects.filter(translation_key__in=keys)
        ids = {}
        for code in (SOURCE, self.locale.language_code):
            for page in pages.filter(locale__language_code=code):
                ids[keys[page.translation_key]] = page.pk
        return ids

    def _add(self, entry: Entry) -> Page:
        text = self.texts[entry.key]
        model = MODELS[entry.values.get("type", entry.kind)]
        page = model(
            live=False,
            locale=self.locale,
            translation_key=translation_key(entry.key),
            owner=self.editor,
        )
        for name in WORDS:
            if name in text.values and hasattr(page, name):
                setattr(page, name, text.values[name])
        for name in ("number", "season", "year", "kind", "is_example"):
            if name in entry.values and entry.values.get("type") != "portrait":
                setattr(page, name, entry.values[name])
        if isinstance(page, PortraitPage):
            page.is_example = True
        if "date" in entry.values:
            page.story_date = entry.values["date"]
        parent = self.found.get(entry.values.get("parent", MAGAZINE), self.index)
        try:
            parent.add_child(instance=page)
        except ValidationError as error:
            field, messages = next(iter(error.message_dict.items()))
            text.place.at(field).refuse(messages[0])
        self.found[entry.key] = page
        return page

    def _fill(
        self, page: Any, entry: Entry, consents: dict[str, Consent], series: dict[str, Series]
    ) -> None:
        """Fill what names other things."""
        values, place, text = entry.values, entry.place, self.texts[entry.key]
        if values.get("picture"):
            name = "photo" if entry.kind == "maker" else "cover_image"
            picture = self.finder.picture(values["picture"], place.at("picture"))
            setattr(page, f"{name}_id", picture)
        if "body" in text.values:
            page.body = stream_of(
                page.body.stream_block, text.values["body"], text.place.at("body"), self.finder
            )
        if entry.kind == "edition":
            self._fill_edition(page, entry)
        if entry.kind == "story":
            self._fill_story(page, entry)
            page.series = series.get(values.get("series", ""))
        if values.get("consent"):
            page.consent = consents[values["consent"]]

    def _fill_edition(self, page: Any, entry: Entry) -> None:
        place = entry.place.at("items")
        page.items = [
            EditionItem(
                section=self._section(item),
                story_id=self.finder.page(item["story"], place),
                sort_order=position,
            )
            for position, item in enumerate(entry.values.get("items", []))
            if item["story"] in self.texts
        ]

    def _section(self, item: dict[str, Any]) -> str:
        """Return the section's name in this language: the plan may give one for each."""
        section = item.get("section", "")
        if isinstance(section, dict):
            return str(section.get(self.locale.language_code, section.get(SOURCE, "")))
        return str(section)

    def _fill_story(self, page: Any, entry: Entry) -> None:
        values, place = entry.values, entry.place
        page.makers = [
            StoryMaker(
                maker_id=self.finder.page(one["maker"], place.at("makers")),
                role=one.get("role", "text"),
                sort_order=position,
            )
            for position, one in enumerate(values.get("makers", []))
        ]
        page.related = [
            StoryRelated(other_id=self.finder.page(key, place.at("related")), sort_order=position)
            for position, key in enumerate(values.get("related", []))
        ]
        line = apps.get_model("projects.ProgrammeLine")
        lines = line.objects.filter(key__in=values.get("lines", []), locale__language_code=SOURCE)
        page.programme_lines = list(lines)
        page.tags.set(values.get("tags", []))
        if values.get("area"):
            area = apps.get_model("projects.Area")
            page.area = area.objects.filter(key=values["area"]).first()
            if page.area is None:
                place.at("area").refuse(f"there is no area {values['area']!r}")
