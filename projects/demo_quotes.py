"""The demo's quotes: invented words that the demo's council decided on, as on any text.

They are kept apart from the other records: those appear by being loaded, these do not.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

from django.db import transaction

from wagtail.models import Locale

from core.demo.files import read_toml
from languages.registry import SOURCE
from projects.demo import CONTENT, translation_key
from projects.models import Quote
from redactieraad.demo_votes import Voters
from redactieraad.letters.sending import quietly
from redactieraad.models import Entry
from redactieraad.signals import because

AGREED_ON = dt.date(2019, 10, 1)


@transaction.atomic
def load() -> None:
    """Make the quotes that are missing: each is submitted and voted on, first in Dutch."""
    voters: dict[str, Voters] = {}
    with quietly():
        for key, code, words, state in _entries():
            locale = Locale.objects.get(language_code=code)
            if Quote.objects.filter(translation_key=key, locale=locale).exists():
                continue
            if code not in voters:
                voters[code] = Voters(code)
            quote = Quote(translation_key=key, locale=locale, live=False, **words)
            quote.consent_given_on = AGREED_ON
            quote.full_clean()
            quote.save()
            quote.save_revision(user=voters[code].editor)
            voters[code].bring(quote, state)


@transaction.atomic
def empty() -> None:
    """Remove the demo's quotes in every language, with what editors changed."""
    keys = {key for key, _code, _words, _state in _entries()}
    with because(Entry.Reason.DELETED):
        for quote in Quote.objects.filter(translation_key__in=keys):
            quote.delete()


def ids(language: str) -> dict[str, int]:
    """Return the quotes by their key, in this language or else in the source: for blocks."""
    keys = {translation_key(Quote, values["key"]): values["key"] for values in _read()}
    found = {}
    for code in (SOURCE, language):
        quotes = Quote.objects.filter(translation_key__in=keys, locale__language_code=code)
        found.update({keys[quote.translation_key]: quote.pk for quote in quotes})
    return found


def _entries() -> Iterator[tuple[uuid.UUID, str, dict[str, str], str]]:
    """Yield each quote in each language: its translation key, language, words and state."""
    for values in _read():
        for code, words in values["words"].items():
            key = translation_key(Quote, values["key"])
            yield key, code, words, values.get("state", "live")


def _read() -> list[dict[str, Any]]:
    return read_toml(CONTENT / "quotes.toml")["quote"]
