"""Finds what the demo's texts name: pages, pictures and records, in the text's own language."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Model

from core.demo.faults import Place


class Finder:
    """Looks names up; whatever lacks the first language is found in the next."""

    def __init__(
        self, languages: Sequence[str], pages: dict[str, int], pictures: dict[str, int]
    ) -> None:
        """Take the languages, best first, the ids of pages by key and of pictures by name."""
        self._languages = languages
        self.pages = pages
        self._pictures = pictures
        self._records: dict[type[Model], dict[str, int]] = {}

    def page(self, key: str, place: Place) -> int:
        """Return the id of a page."""
        return _found(self.pages, key, "page", place)

    def picture(self, name: str, place: Place) -> int:
        """Return the id of a picture."""
        return _found(self._pictures, name, "picture", place)

    def know(self, model: type[Model], ids: dict[str, int]) -> None:
        """Take the ids of records that have no key of their own."""
        self._records[model] = ids

    def record(self, model: type[Model], key: str, place: Place) -> int:
        """Return the id of a record that has a key and a language."""
        if model not in self._records:
            self._records[model] = {}
            for code in reversed(self._languages):
                own = model._default_manager.filter(locale__language_code=code)
                self._records[model].update(own.values_list("key", "pk"))
        return _found(self._records[model], key, model.__name__, place)


def _found(ids: dict[str, int], name: str, kind: str, place: Place) -> int:
    if name not in ids:
        place.refuse(f"there is no {kind} {name!r}")
    return ids[name]
