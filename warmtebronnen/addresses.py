"""Where the directory and its places are: in every language, under the same words.

Every place has an address in each of the ten languages, whether or not somebody translated it:
its facts are codes, which are in every language, and only its words are in another one then.
"""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import override

from languages.registry import LANGUAGES

# What has an address beside the places, which no place may take.
OTHER_PAGES = ("cijfers", "mijn-lijst")
CODES = tuple(language.code for language in LANGUAGES)


def directory_path(code: str) -> str:
    """Return the address of the directory in a language."""
    return _path(code, "warmtebronnen:directory")


def list_paths(code: str) -> tuple[str, ...]:
    """Return all addresses that show lists of places in a language."""
    return directory_path(code), _path(code, "warmtebronnen:places_json")


def place_path(code: str, slug: str) -> str:
    """Return the address of a place in a language."""
    return _path(code, "warmtebronnen:place", slug)


def _path(code: str, name: str, *parts: str) -> str:
    with override(code):
        return reverse(name, args=parts)
