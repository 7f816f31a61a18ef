"""Makes the pages of the demo's places in one language, as drafts of the demo's editor."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError

from accounts.models import User
from core.demo.blocks import stream_of
from core.demo.finder import Finder
from core.demo.texts import Text
from warmtebronnen.demo.plan import FACTS, WORDS, Entry, Plan
from warmtebronnen.models import PlacePhoto, WarmtebronnenIndexPage, WarmtebronPage
from warmtebronnen.models.places import FACTS as ALL_FACTS


class Maker:
    """Makes the pages of one language."""

    def __init__(
        self, plan: Plan, index: WarmtebronnenIndexPage, finder: Finder, editor: User
    ) -> None:
        """Take what there is, where it goes, what its texts name, and who writes it."""
        self.plan = plan
        self.index = index
        self.finder = finder
        self.editor = editor

    def make(self, texts: dict[str, Text]) -> dict[str, WarmtebronPage]:
        """Return the new pages by key, each a draft with its first revision."""
        there = set(
            WarmtebronPage.objects.filter(locale_id=self.index.locale_id).values_list(
                "translation_key", flat=True
            )
        )
        missing = {
            key: text for key, text in texts.items() if self.plan[key].translation_key not in there
        }
        made = {key: self._add(self.plan[key], text) for key, text in missing.items()}
        # Texts may link to places that were made a moment ago.
        self.finder.pages |= {key: page.pk for key, page in made.items()}
        for key, page in made.items():
            self._finish(page, self.plan[key], texts[key])
        return made

    def _add(self, entry: Entry, text: Text) -> WarmtebronPage:
        """Return a new page below the directory, with its words and facts."""
        page = WarmtebronPage(
            live=False,
            locale=self.index.locale,
            translation_key=entry.translation_key,
            owner=self.editor,
            **{name: text.values[name] for name in WORDS if name in text.values},
        )
        self._give_facts(page, entry)
        try:
            page.clean_fields(exclude=["path", "depth", "content_type", "url_path", "draft_title"])
            self.index.add_child(instance=page)
        except ValidationError as error:
            field, messages = next(iter(error.message_dict.items()))
            place = text.place if field in WORDS else entry.place
            place.at(field).refuse(messages[0])
        return page

    def _give_facts(self, page: WarmtebronPage, entry: Entry) -> None:
        """Give the page the facts of the plan; a translation those of the original."""
        original = WarmtebronPage.objects.originals().filter(translation_key=entry.translation_key)
        found = original.first()
        if found:
            for name in ALL_FACTS:
                setattr(page, name, getattr(found, name))
            return
        values = entry.values
        for name in FACTS:
            if name in values:
                setattr(page, name, values[name])
        page.spoken = values.get("languages", [])
        if "organisation" in values:
            model = apps.get_model("projects.Organisation")
            place = entry.place.at("organisation")
            page.organisation_id = self.finder.record(model, values["organisation"], place)
        page.area = self._record("Area", entry, "area", key=values.get("area"))
        page.neighbourhood = self._record(
            "Neighbourhood", entry, "neighbourhood",
            name=values.get("neighbourhood"), area=page.area,
        )  # fmt: skip

    @staticmethod
    def _record(model: str, entry: Entry, field: str, **match: Any) -> Any:
        """Return the area or neighbourhood that a field of the plan names; None for none."""
        if field not in entry.values:
            return None
        found = apps.get_model("projects", model).objects.filter(**match).first()
        if found is None:
            entry.place.at(field).refuse(f"there is no {field} {entry.values[field]!r}")
        return found

    def _finish(self, page: Any, entry: Entry, text: Text) -> None:
        """Give the page what names other things, and its first revision."""
        if "body" in text.values:
            page.body = stream_of(
                page.body.stream_block, text.values["body"], text.place.at("body"), self.finder
            )
        if "picture" in entry.values:
            picture = self.finder.picture(entry.values["picture"], entry.place.at("picture"))
            page.photos.set([PlacePhoto(image_id=picture)])
        page.save_revision(user=self.editor)
