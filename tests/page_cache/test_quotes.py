"""Pages that quote from the records follow what happens to the words in any language."""

from __future__ import annotations

import datetime as dt

import pytest

from django.test import Client

from wagtail.models import Locale

from projects.models import Quote
from redactieraad.tests.factories import council, publish
from tests.factories import home_in, info_page
from tests.page_cache.visits import is_kept, keep_all

pytestmark = pytest.mark.django_db


def quote_in(code, words, **fields):
    """Return a draft of a quote."""
    quote = Quote(
        locale=Locale.objects.get(language_code=code),
        live=False,
        text=words,
        named_as="Sam",
        consent_given_on=dt.date(2019, 10, 16),
        **fields,
    )
    quote.save()
    return quote


def test_a_page_that_shows_the_original_forgets_it_when_it_is_taken_back(page_cache, commit):
    with commit():
        original = publish(quote_in("nl", "Ik wil meedoen."), council()[:3])
        turkish = quote_in("tr", "Katılmak.", translation_key=original.translation_key)
        body = [{"type": "quote_record", "value": {"quote": turkish.pk}}]
        page = info_page(home_in("tr"), "Sözler", "sozler", body=body)
        other = info_page(home_in("tr"), "Baska", "baska")
    keep_all([page.url, other.url])
    assert "Ik wil meedoen." in Client().get(page.url).content.decode()
    with commit():
        original.unpublish()
    assert not is_kept(page.url)
    assert is_kept(other.url)
    assert "Ik wil meedoen." not in Client().get(page.url).content.decode()
