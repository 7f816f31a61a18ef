"""Things one after the other in one line of text, as the reader's language writes them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import lazy
from django.utils.translation import get_language_bidi, pgettext

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def separator(*, longer: bool = False) -> str:
    """Return what stands between two things: a comma or a semicolon, in Arabic its own."""
    if longer:
        return pgettext("between longer things in a list", "; ")
    return pgettext("between things in a list", ", ")


def listed(things: Iterable[object], *, longer: bool = False) -> str:
    """Return things in one line of text; those that have commas themselves are longer.

    Where text runs to the left, each thing is isolated: Latin names on both sides of a
    separator would change places.
    """
    texts = [str(thing) for thing in things]
    if get_language_bidi():
        texts = [f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" for text in texts]
    return separator(longer=longer).join(texts)


listed_lazy = lazy(listed, str)
