"""Quotes: somebody's own words, which the redactieraad decides on."""

from __future__ import annotations

import datetime as dt

import pytest

from django.test import Client
from django.urls import reverse

from wagtail.models import Locale

from accounts.tests.factories import person
from projects.models import Quote
from redactieraad.checks import NotReadyError
from redactieraad.models import Entry
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, submit

pytestmark = pytest.mark.django_db

DAY = dt.date(2019, 10, 16)


def address(view, *args):
    return reverse(f"wagtailsnippets_projects_quote:{view}", args=args)


def signed_in(group):
    client = Client()
    client.force_login(person(group))
    return client


def filled_in(**fields):
    values = {"text": "Ik wil meedoen.", "named_as": "Sam", "consent_given_on": DAY.isoformat()}
    return values | fields


@pytest.mark.parametrize("group", ["Redactie", "Programmateam", "Beheer"])
def test_it_is_written_submitted_and_approved(group):
    client, members = signed_in(group), council()
    client.post(address("add"), filled_in())
    quote = Quote.objects.get()
    assert not quote.live
    client.post(address("edit", quote.pk), filled_in(occasion="Warme Top") | {"action-submit": "1"})
    approve(quote.current_workflow_task_state, members[:3])
    quote.refresh_from_db()
    assert quote.live
    assert quote.occasion == "Warme Top"
    assert Entry.objects.get().model == "projects.quote"
    assert list(faults()) == []


def test_it_is_submitted_at_once_when_it_is_new():
    signed_in("Redactie").post(address("add"), filled_in() | {"action-submit": "1"})
    assert Quote.objects.get().workflow_in_progress


@pytest.mark.parametrize("missing", ["text", "named_as", "consent_given_on"])
def test_what_is_missing_is_said_at_its_field_and_nobody_is_asked(missing):
    client = signed_in("Programmateam")
    client.post(address("add"), filled_in())
    quote = Quote.objects.get()
    fields = filled_in(**{missing: ""}) | {"action-submit": "1"}
    answer = client.post(address("edit", quote.pk), fields)
    assert set(answer.context["form"].errors) == {missing}
    assert not quote.workflow_in_progress


def test_a_draft_may_miss_the_consent_but_is_not_submitted_by_another_way():
    signed_in("Redactie").post(address("add"), filled_in(consent_given_on=""))
    with pytest.raises(NotReadyError) as error:
        submit(Quote.objects.get())
    assert len(error.value.faults) == 1


def test_the_preview_shows_the_words_and_the_chosen_name_and_no_note():
    client = signed_in("Redactie")
    client.post(address("add"), filled_in(consent_note="Op papier."))
    quote = Quote.objects.get()
    answer = client.get(address("revisions_view", quote.pk, quote.latest_revision_id))
    page = answer.content.decode()
    assert "Ik wil meedoen." in page
    assert "Sam" in page
    assert "Op papier." not in page


def test_the_list_shows_each_language():
    client = signed_in("Beheer")
    client.post(address("add"), filled_in())
    quote = Quote.objects.get()
    copy = quote.copy_for_translation(Locale.objects.get(language_code="ar"))
    copy.save()
    assert not copy.live
    assert set(client.get(address("list")).context["object_list"]) == {quote, copy}


def test_it_is_shortened_where_it_is_named():
    assert len(str(Quote(text="woord " * 80))) <= 100


def test_members_read_who_said_it():
    assert Quote.writers_as_shown([{"named_as": "Sam"}, {}]) == ["Sam", ""]
