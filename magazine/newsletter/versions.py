"""In which language somebody gets an edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from uuid import UUID

from core.restrictions import public
from languages.registry import LANGUAGES, SOURCE, fallbacks
from magazine.models import EditionPage, Subscriber

CODES = tuple(language.code for language in LANGUAGES)


def best_for(languages: Sequence[str], available: Collection[str]) -> str | None:
    """Return the language to mail in, or None where there is no edition at all.

    Pure. The first of the reader's own languages that there is; else the one that the site falls
    back to for their first.
    """
    first = languages[0] if languages else SOURCE
    order = (*languages, *fallbacks(first), *CODES)
    return next((code for code in order if code in available), None)


def live_versions(edition_key: UUID) -> dict[str, EditionPage]:
    """Return the edition by language, as far as it is live and everybody may read it."""
    found = EditionPage.objects.live().filter(translation_key=edition_key)
    pages = public(found.select_related("locale", "cover_image"))
    return {page.locale.language_code: page for page in pages}


def numbers_by_language(available: Collection[str]) -> dict[str, int]:
    """Return how many subscribers would get the edition in each language."""
    groups: Counter[tuple[str, ...]] = Counter(
        tuple(languages)
        for languages in Subscriber.objects.reachable().values_list("languages", flat=True)
    )
    numbers: Counter[str] = Counter()
    for languages, number in groups.items():
        if code := best_for(languages, available):
            numbers[code] += number
    return {code: numbers[code] for code in CODES if numbers[code]}
