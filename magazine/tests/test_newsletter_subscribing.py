"""Asking for the newsletter, confirming, changing languages and leaving."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.core import mail
from django.test import Client
from django.utils import timezone

from languages.registry import LANGUAGES
from magazine.models import Letter, Mailing, Subscriber
from magazine.newsletter.keys import letter_token, subscriber_number, subscriber_token
from magazine.newsletter.subscribing import forget, in_order
from magazine.newsletter.versions import best_for
from magazine.tests.newsletter import links_in, subscriber

pytestmark = pytest.mark.django_db
CODES = [language.code for language in LANGUAGES]
ADDRESS = "noor@voorbeeld.example"
FORM = "/nl/nieuwsbrief/"


def ask(client, address=ADDRESS, languages=("nl",), language="nl", **more):
    return client.post(
        f"/{language}/nieuwsbrief/", {"email": address, "languages": languages, **more}
    )


def confirm_link():
    return next(link for link in links_in() if "bevestigen" in link)


def test_a_reader_subscribes_in_two_steps(client):
    assert ask(client).status_code == 302
    (one,) = Subscriber.objects.all()
    assert one.confirmed_at is None
    assert mail.outbox[0].to == [ADDRESS]
    link = confirm_link()
    assert b"<form" in client.get(link).content
    one.refresh_from_db()
    assert one.confirmed_at is None, "opening the link confirms nothing"
    assert client.post(link).status_code == 200
    one.refresh_from_db()
    assert one.confirmed_at
    assert one.unlock_address() == ADDRESS


def test_it_works_without_cookies_and_sets_none():
    client = Client(enforce_csrf_checks=True)
    assert not client.get(FORM).cookies
    assert not ask(client).cookies
    assert not client.post(confirm_link()).cookies
    assert Subscriber.objects.reachable().count() == 1


def test_nothing_in_the_database_shows_the_address(client):
    ask(client)
    one = Subscriber.objects.values().get()
    assert "noor" not in str(one)
    assert "voorbeeld" not in str(one)


def test_the_answer_is_the_same_for_an_address_that_we_know(client):
    subscriber(ADDRESS, "tr")
    known, unknown = ask(client), ask(client, "nieuw@voorbeeld.example")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert Subscriber.find(ADDRESS).languages == ["tr"], "a stranger changes nothing"
    first, second = mail.outbox
    assert first.to == [ADDRESS]
    assert "bevestigen" not in first.body
    assert "bevestigen" in second.body


def test_capitals_make_no_other_subscriber(client):
    subscriber("Noor@Voorbeeld.example")
    ask(client)
    assert Subscriber.objects.count() == 1


def test_who_asks_again_gets_a_new_key_and_the_old_one_stops(client):
    ask(client)
    old = confirm_link()
    ask(client, languages=("en",))
    assert client.post(old).status_code == 404
    client.post(confirm_link())
    assert Subscriber.objects.get().languages == ["en"]


def test_a_key_that_was_used_is_answered_kindly(client):
    ask(client)
    link = confirm_link()
    client.post(link)
    for response in (client.get(link), client.post(link)):
        assert response.status_code == 200
        assert b"<form" not in main_of(response)


def test_a_key_that_is_too_old_confirms_nothing(client):
    ask(client)
    Subscriber.objects.update(key_ends_at=timezone.now() - timedelta(seconds=1))
    assert client.post(confirm_link()).status_code == 410
    assert not Subscriber.objects.reachable().exists()


def test_a_key_that_was_altered_confirms_nothing(client):
    ask(client)
    assert client.post(confirm_link()[:-3] + "x/").status_code == 404
    assert not Subscriber.objects.reachable().exists()


@pytest.mark.parametrize("address", ["", "noor", "noor@", "a@b", "x" * 250 + "@a.nl", "a\x00@b.nl"])
def test_a_malformed_address_is_told_at_the_field_and_kept(client, address):
    response = ask(client, address, languages=("ar", "tr"))
    assert response.status_code == 200
    form = response.context["form"]
    assert set(form.errors) == {"email"}
    assert form["email"].value() == address
    assert form["languages"].value() == ["ar", "tr"]
    assert 'aria-invalid="true"' in response.content.decode()
    assert not mail.outbox


@pytest.mark.parametrize("languages", [(), ("xx",), ("nl", "<b>")])
def test_languages_that_there_are_not_are_told_at_the_field(client, languages):
    assert set(ask(client, languages=languages).context["form"].errors) == {"languages"}


def test_a_program_that_fills_in_everything_is_not_mailed(client):
    assert ask(client, website="https://spam.example").status_code == 302
    assert not mail.outbox
    assert not Subscriber.objects.exists()


def test_one_address_cannot_be_mailed_over_and_over(client):
    statuses = [ask(client).status_code for _ in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert len(mail.outbox) == 3


def test_the_language_that_is_read_comes_first(client):
    ask(client, languages=("nl", "ar", "tr"), language="ar")
    assert Subscriber.objects.get().languages == ["ar", "nl", "tr"]


def test_a_subscriber_changes_languages_by_link(client):
    one = subscriber()
    page = f"/nl/nieuwsbrief/talen/{subscriber_token(one.pk)}/"
    assert client.get(page).context["form"].initial == {"languages": ["nl"]}
    assert client.post(page, {"languages": ["tr", "en"]}).status_code == 200
    one.refresh_from_db()
    assert one.languages == ["en", "tr"]
    assert client.post(page, {}).context["form"].errors
    one.refresh_from_db()
    assert one.languages == ["en", "tr"]


def test_a_page_of_a_subscriber_does_not_show_the_address_and_is_never_kept(client):
    token = subscriber_token(subscriber().pk)
    for name in ("talen", "afmelden"):
        response = client.get(f"/nl/nieuwsbrief/{name}/{token}/")
        assert "noor" not in response.content.decode()
        assert "no-store" in response["Cache-Control"]


def test_a_mail_program_unsubscribes_with_one_request():
    one = subscriber()
    page = f"/nl/nieuwsbrief/afmelden/{subscriber_token(one.pk)}/"
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(page, {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not response.cookies
    assert not Subscriber.objects.exists()
    assert strict.post(page).status_code == 200, "asking twice is fine"


def test_opening_the_link_to_leave_deletes_nobody(client):
    one = subscriber()
    assert b"<form" in client.get(f"/nl/nieuwsbrief/afmelden/{subscriber_token(one.pk)}/").content
    assert Subscriber.objects.count() == 1


@pytest.mark.parametrize("name", ["talen", "afmelden"])
def test_an_altered_link_is_told_and_does_nothing(client, name):
    other, one = subscriber("ander@voorbeeld.example"), subscriber()
    number, signature = subscriber_token(one.pk).split(":")
    for token in (f"{other.pk}:{signature}", f"{number}:{signature[:-1]}", letter_token(one.pk)):
        response = client.post(f"/nl/nieuwsbrief/{name}/{token}/", {"languages": ["tr"]})
        assert response.status_code == 404
    assert Subscriber.objects.filter(languages=["nl"]).count() == 2


def test_who_leaves_gets_no_letter_that_was_still_to_come():
    one = subscriber()
    mailing = Mailing.objects.create(edition_key="0" * 32)
    sent = Letter.objects.create(mailing=mailing, subscriber=one, state=Letter.State.SENT)
    Client().post(f"/nl/nieuwsbrief/afmelden/{subscriber_token(one.pk)}/")
    assert list(Letter.objects.values_list("pk", "subscriber")) == [(sent.pk, None)]


def test_who_does_not_confirm_is_forgotten_after_seven_days():
    week = timezone.now() - timedelta(days=7, minutes=1)
    subscriber("a@voorbeeld.example", confirmed_at=None, requested_at=week)
    subscriber("b@voorbeeld.example", requested_at=week)
    new = subscriber("c@voorbeeld.example", confirmed_at=None)
    forget()
    assert Subscriber.find("a@voorbeeld.example") is None
    assert Subscriber.find("b@voorbeeld.example")
    assert Subscriber.find("c@voorbeeld.example") == new


def test_whose_mail_came_back_is_forgotten_after_thirty_days():
    long_ago = timezone.now() - timedelta(days=31)
    subscriber("a@voorbeeld.example", bounced_at=long_ago)
    subscriber("b@voorbeeld.example", bounced_at=timezone.now())
    forget()
    assert Subscriber.find("a@voorbeeld.example") is None
    assert Subscriber.find("b@voorbeeld.example")


def test_what_somebody_was_sent_is_forgotten_a_month_after_the_mailing():
    long_ago = timezone.now() - timedelta(days=31)
    mailing = Mailing.objects.create(edition_key="0" * 32, finished_at=long_ago)
    Letter.objects.create(mailing=mailing, subscriber=subscriber(), state=Letter.State.SENT)
    forget()
    assert Letter.objects.get().subscriber is None


def test_a_change_of_key_loses_nobody(client, settings):
    one = subscriber()
    token = subscriber_token(one.pk)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert Subscriber.find(ADDRESS) == one
    assert Subscriber.find(ADDRESS).unlock_address() == ADDRESS
    assert subscriber_number(token) == one.pk


@given(st.lists(st.sampled_from(CODES), unique=True), st.sets(st.sampled_from(CODES)))
def test_everybody_gets_a_language_that_there_is_and_preferably_their_own(languages, available):
    best = best_for(languages, available)
    assert (best in available) if available else best is None
    if set(languages) & available:
        assert best == next(code for code in languages if code in available)


@given(st.lists(st.sampled_from([*CODES, "xx"])), st.sampled_from(CODES))
def test_languages_are_kept_once_and_only_those_that_we_know(languages, first):
    kept = in_order(languages, first)
    assert set(kept) == set(languages) & set(CODES)
    assert len(kept) == len(set(kept))
    assert first not in languages or kept[0] == first


def main_of(response):
    return response.content.split(b"<main")[1].split(b"</main>")[0]
