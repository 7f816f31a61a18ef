"""A quote out of the records: readers see what is approved, in the best language there is."""

from __future__ import annotations

import datetime as dt

import pytest

from django.utils import translation

from wagtail.models import Locale

from home.blocks import InfoStreamBlock
from projects.models import Quote
from redactieraad.tests.factories import council, member, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def members():
    return council()[:3]


def said(words="Ik wil meedoen.", code="nl", **fields):
    """Return a draft of a quote."""
    locale = Locale.objects.get(language_code=code)
    values = {
        "text": words,
        "named_as": "Zoals Sam heten wil",
        "consent_given_on": dt.date(2019, 10, 16),
    }
    quote = Quote(locale=locale, live=False, **(values | fields))
    quote.save()
    return quote


def drawn(*quotes, code="nl"):
    """Return a text that chose these quotes, as readers of a language see it."""
    block = InfoStreamBlock()
    chosen = [{"type": "quote_record", "value": {"quote": quote.pk}} for quote in quotes]
    with translation.override(code):
        return block.render(block.to_python(chosen))


def test_only_an_approved_quote_shows_and_under_the_chosen_name(members):
    waiting, approved = said("Nog niet."), publish(said(), members)
    html = drawn(waiting, approved)
    assert "Ik wil meedoen." in html
    assert "Zoals Sam heten wil" in html
    assert "Nog niet." not in html


def test_an_edit_shows_only_once_it_is_approved(members):
    quote = publish(said(), members)
    quote.text = "Iets heel anders."
    quote.save_revision()
    assert "Ik wil meedoen." in drawn(quote)


def test_readers_get_their_own_language_if_it_is_approved_and_else_the_original(members):
    quote = publish(said(), members)
    turkish = said("Katılmak istiyorum.", "tr", translation_key=quote.translation_key)
    before = drawn(turkish, code="tr")
    assert "Ik wil meedoen." in before
    assert 'lang="nl"' in before
    publish(turkish, [member("lezer", reads=("tr",))])
    for chosen in (quote, turkish):
        after = drawn(chosen, code="tr")
        assert "Katılmak istiyorum." in after
        assert "lang=" not in after


def test_who_takes_their_words_back_is_gone_in_every_language(members):
    quote = publish(said(), members)
    turkish = said("Katılmak istiyorum.", "tr", translation_key=quote.translation_key)
    publish(turkish, [member("lezer", reads=("tr",))])
    quote.unpublish()
    assert "Katılmak" not in drawn(turkish, code="tr")
    quote.delete()
    assert "Ik wil" not in drawn(quote)


def test_many_quotes_cost_one_query(members, django_assert_num_queries):
    quotes = [publish(said(f"Zin {number}."), members) for number in range(3)]
    with django_assert_num_queries(1):
        html = drawn(*quotes)
    assert all(f"Zin {number}." in html for number in range(3))
