"""What the site has already: places to compare with, and the records that rows name."""

from __future__ import annotations

import uuid
from collections import defaultdict
from itertools import count
from typing import Any

from django.apps import apps
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wagtail.models import Page

from core.importing.cells import CellError
from languages.registry import SOURCE
from warmtebronnen.addresses import OTHER_PAGES
from warmtebronnen.models import WarmtebronnenIndexPage, WarmtebronPage

SLUG_LENGTH = 80
# For a name without one plain letter.
UNNAMED = "plek"


class Known:
    """Everything that rows are held against, read once."""

    def __init__(self) -> None:
        """Read places, areas, neighbourhoods and organisations."""
        self.index = WarmtebronnenIndexPage.objects.select_related("locale").get(
            locale__language_code=SOURCE
        )
        self._slugs = {*self.index.get_children().values_list("slug", flat=True), *OTHER_PAGES}
        places = WarmtebronPage.objects.originals().select_related(
            "locale", "area", "neighbourhood", "organisation", "latest_revision"
        )
        self.places = {page.translation_key: page for page in places}
        self._by_name: defaultdict[str, list[WarmtebronPage]] = defaultdict(list)
        for page in self.places.values():
            self._by_name[page.title.strip().casefold()].append(page)
        others = Page.objects.exclude(translation_key__in=self.places)
        self._taken = set(others.values_list("translation_key", flat=True))
        self._areas = {one.key: one for one in _all("Area")}
        self._neighbourhoods = {(one.name, one.area_id): one for one in _all("Neighbourhood")}
        organisations = _all("Organisation").filter(locale__language_code=SOURCE)
        self._organisations = {one.name: one for one in organisations.order_by("-pk")}

    def place(self, values: dict[str, Any]) -> WarmtebronPage | None:
        """Return the place that a row is about: by its id, and without one by its name.

        Raises:
            CellError: the id is none, or another page's; or several places have this name.

        """
        if values.get("id"):
            return self.places.get(self.key_of(values["id"]))
        found = self._by_name.get(values.get("name", "").casefold(), [])
        if len(found) > 1:
            raise CellError(_("Several places have this name. Give the id of the one you mean."))
        return found[0] if found else None

    def key_of(self, text: str) -> uuid.UUID:
        """Return the id of a place, known or new.

        Raises:
            CellError: it is none, or another page's.

        """
        try:
            key = uuid.UUID(text)
        except ValueError:
            raise CellError(_("This is no id. Leave it empty for a new place.")) from None
        if key in self._taken:
            raise CellError(_("This is the id of something else."))
        return key

    def free_slug(self, name: str) -> str:
        """Return the last part of an address for a new place; each time another one."""
        wished = slugify(name)[:SLUG_LENGTH] or UNNAMED
        found = next(
            slug
            for number in count(1)
            if (slug := wished if number == 1 else f"{wished}-{number}") not in self._slugs
        )
        self._slugs.add(found)
        return found

    def area(self, key: str) -> Any:
        """Return an area by its key; None for none."""
        return self._one(self._areas, key, key)

    def neighbourhood(self, name: str, area: Any) -> Any:
        """Return a neighbourhood by its name, in an area; None for none."""
        return self._one(self._neighbourhoods, (name, area.pk if area else None), name)

    def organisation(self, name: str) -> Any:
        """Return an organisation by its name; None for none."""
        return self._one(self._organisations, name, name)

    @staticmethod
    def _one(records: dict[Any, Any], key: Any, name: str) -> Any:
        if not name:
            return None
        if key not in records:
            raise CellError(_("‘%(name)s’ is not known here.") % {"name": name[:80]})
        return records[key]


def _all(model: str) -> Any:
    return apps.get_model("projects", model).objects.all()
