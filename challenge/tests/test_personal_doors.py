"""Links that do not work, guesses, and whatever can be sent to a form."""

from __future__ import annotations

import datetime as dt
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from django.core.cache import cache
from django.urls import reverse

from challenge import links
from challenge.models import Answer, Campaign, Correction, PersonalLink, Statement
from challenge.personal import answering
from challenge.personal.answering import Reply, give_answer
from challenge.personal.replying import count_words
from challenge.tests.factories import NOW, InviteeFactory
from challenge.tests.test_personal import NAMES, WORDS, address, at, kinds, reply
from challenge.vocabulary import Choice, Stage
from core.operations.logs import without_personal_data

ALLOWED = 20
fuzzed = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
ANYTHING = st.text(max_size=60) | st.integers(0, 10**30).map(str)


@pytest.fixture
def invitee(db):
    return InviteeFactory()


@pytest.fixture
def token(invitee):
    return links.make(invitee, NOW)


def dead(kind, invitee, token):
    """Return a token that opens nothing (any more)."""
    if kind == "revoked":
        assert links.revoke(invitee, None) == 1
    if kind == "expired":
        PersonalLink.objects.update(expires_at=NOW)
    if kind == "of another":
        return links.make(InviteeFactory(), NOW)[:16] + token[16:]
    altered = {
        "altered": token[:-1] + ("A" if token[-1] != "A" else "B"),
        "cut off": token[:-1],
        "longer": f"{token}x",
        "name alone": token[:16],
        "guessed": "A" * len(token),
        "strange": "é" * 20,
    }
    return altered.get(kind, token)


KINDS = (
    *("revoked", "expired", "of another", "altered", "cut off", "longer", "name alone"),
    *("guessed", "strange"),
)


def test_every_link_that_does_not_work_gets_the_same_answer_at_every_address(
    client, invitee, token
):
    pages = set()
    for kind in KINDS:
        cache.clear()
        opened = dead(kind, invitee, token)
        with at(NOW):
            for name in NAMES:
                for ask in (client.get, client.post):
                    answer = ask(address(name, opened))
                    assert answer.status_code == 404, (kind, name)
                    pages.add(answer.content)
                    cache.clear()
        PersonalLink.objects.update(revoked_at=None, expires_at=NOW + dt.timedelta(days=9))
    assert len(pages) == 1
    assert invitee.member.name not in pages.pop().decode()
    assert kinds() == ["links-revoked"]


def test_what_was_typed_behind_a_link_that_was_withdrawn_is_given_back(client, invitee, token):
    links.revoke(invitee, None)
    answer = client.post(address("answer", token), reply())
    assert "Wel soep." in answer.content.decode()
    assert not Answer.objects.exists()


def test_each_letter_has_a_link_of_its_own_and_all_work_until_sixty_days_after_the_launch(
    client, invitee, token
):
    other = links.make(invitee, NOW)
    last = invitee.campaign.launch_at + links.LIFETIME
    for one in (token, other):
        assert links.look_up(one, last - dt.timedelta(seconds=1)) == invitee
        assert links.look_up(one, last) is None
    kept = str(list(PersonalLink.objects.values()))
    assert token[16:] not in kept


def test_guessing_is_stopped_and_who_holds_a_link_is_never_counted(client, token):
    with at(NOW):
        for _time in range(ALLOWED + 5):
            assert client.get(address("personal", token)).status_code == 200
        for _time in range(ALLOWED):
            assert client.get(address("personal", "A" * 59)).status_code == 404
        for opened in ("B" * 59, token):
            stopped = client.post(address("answer", opened), reply())
            assert stopped.status_code == 429
            assert int(stopped.headers["Retry-After"]) > 0
            assert "Wel soep." in stopped.content.decode()
        elsewhere = client.get(address("personal", token), REMOTE_ADDR="203.0.113.9")
        assert elsewhere.status_code == 200
    assert not Answer.objects.exists()


def test_neither_a_token_nor_words_come_into_the_log(client, token, caplog):
    caplog.set_level(logging.DEBUG)
    with at(NOW):
        client.post(address("answer", token), reply(Choice.NO, audience="x"))
        client.post(address("answer", token), reply())
        client.get(address("personal", f"{token}x"))
    lines = [without_personal_data(record.getMessage()) for record in caplog.records]
    assert any("[token]" in line for line in lines)
    assert not [line for line in lines if token[:16] in line or "soep" in line]


def test_an_address_without_a_language_that_is_no_link_leads_to_the_public_page(client, db):
    """Only what a view did not answer gets a language before it."""
    assert client.get("/uitdaging/").status_code == 302


def test_an_answer_whose_number_was_taken_meanwhile_gets_the_next_one(invitee, monkeypatch):
    give_answer(invitee, Reply(Choice.NO, "Eerste", "public"), NOW)
    once, asked = answering.newest_answer, []

    def overtaken(of):
        asked.append(of)
        return once(of) if len(asked) > 1 else None

    monkeypatch.setattr(answering, "newest_answer", overtaken)
    assert give_answer(invitee, Reply(Choice.NO, "Tweede", "public"), NOW)
    assert [one.words for one in invitee.answers.order_by("number")] == ["Eerste", "Tweede"]


@fuzzed
@given(opened=ANYTHING.filter(lambda text: text and "/" not in text and text not in {".", ".."}))
def test_a_link_may_be_anything(client, db, opened):
    cache.clear()
    where = reverse("challenge:personal", args=[opened])
    assert client.get(where).status_code == client.post(where).status_code == 404


@fuzzed
@given(sent=st.dictionaries(st.sampled_from(["choice", "words", "audience", "seen"]), ANYTHING))
def test_the_form_of_an_answer_takes_anything(client, token, sent):
    with at(NOW):
        answer = client.post(address("answer", token), sent)
        assert answer.status_code == 422
    assert not Answer.objects.exists()


@fuzzed
@given(words=st.text(max_size=300))
def test_words_are_kept_as_they_were_typed_or_refused(client, invitee, token, words):
    Campaign.objects.filter(pk=invitee.campaign_id).update(stage=Stage.REPLYING)
    for name, model in (("correction", Correction), ("statement", Statement)):
        with at(NOW):
            answer = client.post(address(name, token), {"words": words})
        assert answer.status_code in {302, 422}
        if answer.status_code == 302 and words.strip():
            newest = model.objects.order_by("-pk").first()
            assert newest.words.split() == words.split()


@given(words=st.lists(st.sampled_from(["soep", "€50", "3,5", "foto's", "twee-aan-twee"])))
def test_words_are_counted_as_people_count_them(words):
    assert count_words(" – ".join(words)) == len(words)
    assert count_words("\n".join(words) + " ...") == len(words)


def test_a_page_of_many_versions_costs_as_much_as_one(
    client, invitee, token, django_assert_max_num_queries
):
    for number in range(1, 40):
        Answer.objects.create(invitee=invitee, number=number, choice=Choice.NO, words=WORDS)
    with at(NOW):
        client.get(address("answer", token))
        for name in NAMES:
            if name != "receipt":
                with django_assert_max_num_queries(20):
                    client.get(address(name, token))
