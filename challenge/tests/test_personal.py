"""A member's own page: the ways of a member through it, by request."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import contextmanager
from unittest import mock

import pytest

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from challenge import links
from challenge.models import (
    Answer,
    Campaign,
    Correction,
    Happening,
    Invitee,
    Membership,
    Statement,
)
from challenge.personal.urls import urlpatterns
from challenge.tests.factories import (
    NOW,
    TODAY,
    EntryFactory,
    InviteeFactory,
    WeekFactory,
    moment,
)
from challenge.vocabulary import Audience, Choice, Stage

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
NAMES = [one.name for one in urlpatterns]
WORDS = "Van € 50 koop ik geen fiets.\nWel soep."


@contextmanager
def at(now):
    """Let it be another moment inside this block."""
    with mock.patch("django.utils.timezone.now", return_value=now):
        yield


@pytest.fixture
def invitee():
    one = InviteeFactory()
    Membership.objects.create(member=one.member, party=one.party, starts_on=TODAY - 400 * DAY)
    return one


@pytest.fixture
def token(invitee):
    return links.make(invitee, NOW)


def address(name, token):
    return reverse(f"challenge:{name}", args=[token])


def put_in(invitee, stage):
    """Let the campaign be in this stage."""
    Campaign.objects.filter(pk=invitee.campaign_id).update(stage=stage)


def reply(choice=Choice.NO, words=WORDS, audience=Audience.PUBLIC):
    return {"choice": choice, "words": words, "audience": audience}


def kinds():
    """Return what was written down, but for the link."""
    happened = Happening.objects.order_by("pk").values_list("kind", flat=True)
    return [kind for kind in happened if kind != "link-made"]


def test_a_member_confirms_answers_replies_and_changes_their_mind(client, invitee, token):
    with at(NOW):
        assert client.get(address("personal", token)).context["next"] == "receipt"
        for _again in range(2):
            there = client.post(address("receipt", token))
            assert there.url == address("personal", token)
        assert client.get(there.url).context["next"] == "answer"
        asked = client.get(address("answer", token))
        assert asked.context["answer"] is None
        for _again in range(2):
            there = client.post(address("answer", token), reply(words=""))
            assert there.url == address("answer", token)
        assert client.get(address("personal", token)).context["next"] == "answered"
        met = client.get(there.url).context["follow_up"]
        assert met["choice"].value() == Choice.NO
        client.post(there.url, reply())
        client.post(there.url, reply(Choice.ACCEPT, "Toch wel.", Audience.JOURNALIST))
        shown = client.get(there.url)
        assert client.get(address("personal", token)).context["next"] == "choose-week"
    assert [one.number for one in shown.context["earlier"]] == [2, 1]
    assert "Wel soep." in shown.content.decode()
    given = Answer.objects.filter(invitee=invitee).order_by("number")
    assert [(one.choice, one.words) for one in given] == [
        (Choice.NO, ""),
        (Choice.NO, WORDS),
        (Choice.ACCEPT, "Toch wel."),
    ]
    assert kinds() == ["receipt-confirmed", *["answered"] * 3]
    invitee.refresh_from_db()
    assert (invitee.receipt_confirmed_at, invitee.address) == (NOW, "verified")


def test_opening_changes_nothing_however_often_a_scanner_does(client, invitee, token):
    before = Invitee.objects.values().get(pk=invitee.pk)
    with at(NOW):
        for name in NAMES:
            for ask in (client.get, client.head):
                status = ask(address(name, token)).status_code
                assert status == (405 if name == "receipt" else 200), name
    assert Invitee.objects.values().get(pk=invitee.pk) == before
    assert kinds() == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_page_is_kept_found_or_passed_on(client, token, name):
    with at(NOW):
        for opened in (token, f"{token}x"):
            answer = client.post(address(name, opened))
            assert "no-store" in answer.headers["Cache-Control"]
            assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
            # With 'no-referrer' browsers send `Origin: null`, which the check on forms refuses.
            assert answer.headers["Referrer-Policy"] == "strict-origin"


def test_each_act_is_refused_without_the_mark_of_our_own_form(token):
    careful = Client(enforce_csrf_checks=True)
    with at(NOW):
        for name in NAMES:
            if name not in {"personal", "publication"}:
                assert careful.post(address(name, token), reply()).status_code == 403
    assert kinds() == []


# What can be done in which stage; all else is refused.
ACTS = {
    "receipt": {Stage.RUNNING},
    "answer": {Stage.RUNNING},
    "correction": {Stage.REPLYING},
    "statement": {Stage.REPLYING},
}


@pytest.mark.parametrize("stage", Stage)
def test_each_act_is_taken_in_its_own_stage_only(client, invitee, token, stage):
    put_in(invitee, stage)
    with at(NOW):
        for act, stages in ACTS.items():
            before = len(kinds())
            answer = client.post(address(act, token), reply())
            is_taken = len(kinds()) > before
            assert is_taken == (stage in stages), (act, stage)
            assert answer.status_code == (302 if is_taken or act == "receipt" else 409)
            if answer.status_code == 409:
                assert "Wel soep." in answer.content.decode()
        for name in NAMES:
            if name != "receipt":
                assert client.get(address(name, token)).status_code == 200, (name, stage)
        shows = client.get(address("publication", token)).context["record"] is not None
    assert shows == (stage in {Stage.REPLYING, Stage.READY, Stage.LAUNCHED})


def test_an_answer_counts_until_the_deadline_to_the_second_and_later_words_are_given_back(
    client, invitee, token
):
    ends = invitee.campaign.answers_until
    with at(ends - dt.timedelta(seconds=1)):
        client.post(address("answer", token), reply(words="Op tijd"))
    with at(ends):
        late = client.post(address("answer", token), reply(Choice.ACCEPT))
        assert client.get(address("personal", token)).context["next"] == "answered"
    assert late.status_code == 409
    assert "Wel soep." in late.content.decode()
    assert "form" not in late.context or late.context["form"] is None
    assert [one.words for one in Answer.objects.all()] == ["Op tijd"]


def test_who_gave_no_answer_in_time_is_told_so_and_none_is_made_up(client, invitee, token):
    with at(invitee.campaign.answers_until):
        assert client.get(address("personal", token)).context["next"] == "too-late"
        assert client.get(address("answer", token)).context["answer"] is None
    assert not Answer.objects.exists()


def test_what_is_wrong_with_an_answer_is_told_and_what_was_typed_stays(client, token):
    with at(NOW):
        for sent in (
            {"words": WORDS},
            reply("none"),
            reply(audience="private"),
            reply(words="x" * 9999),
        ):
            answer = client.post(address("answer", token), sent)
            assert answer.status_code == 422
            assert answer.context["attempt"].errors
            assert sent["words"][:9] in answer.content.decode()
        client.post(address("answer", token), reply())
        # A fault in the reply to the question stays in that form, and one in the other there.
        for choice, is_reply in ((Choice.NO, True), (Choice.ACCEPT, False)):
            answer = client.post(address("answer", token), reply(choice, audience=""))
            assert bool(answer.context.get("is_reply")) == is_reply
    assert Answer.objects.count() == 1


def test_a_member_sees_the_record_asks_corrections_and_makes_a_statement(client, invitee, token):
    with at(NOW):
        client.post(address("answer", token), reply())
    put_in(invitee, Stage.REPLYING)
    with at(moment(invitee.campaign.reply_from)):
        assert client.get(address("personal", token)).context["next"] == "record"
        for words in (
            "Mijn naam mist een t.",
            "Ik zit bij een andere partij.",
            "Ik zit bij een andere partij.",
        ):
            assert client.post(address("correction", token), {"words": words}).status_code == 302
        Correction.objects.update(reply="Dat klopt.", standing="mended")
        shown = client.get(address("correction", token)).content.decode()
        assert shown.count("blockquote class") == 2
        client.post(address("statement", token), {"words": " ".join(["soep"] * 100)})
        assert (
            client.post(
                address("statement", token), {"words": " ".join(["soep"] * 101)}
            ).status_code
            == 422
        )
        page = client.get(address("publication", token))
    record = page.context["record"]
    assert record.sheet.person.statement.count("soep") == 100
    assert record.sheet.words == WORDS
    assert record.sheet.person.statement in page.content.decode()
    assert Correction.objects.count() == 2


def test_a_statement_is_taken_back_and_the_time_for_it_ends_with_the_last_day(
    client, invitee, token
):
    put_in(invitee, Stage.REPLYING)
    last = invitee.campaign.reply_until
    with at(moment(last, 23)):
        client.post(address("statement", token), {"words": "Dank."})
        client.post(address("statement", token), {"words": ""})
        client.post(address("statement", token), {"words": ""})
        assert client.get(address("statement", token)).context["statement"] is None
    with at(moment(last + DAY, 0)):
        assert client.post(address("statement", token), {"words": "Te laat."}).status_code == 409
        assert client.post(address("correction", token), {"words": "Nog wel."}).status_code == 302
    assert [one.words for one in Statement.objects.all()] == ["", "Dank."]
    assert kinds()[:2] == ["statement-made", "statement-taken-back"]


def test_of_the_logbook_only_what_is_public_stands_in_the_record(client, invitee, token):
    week = WeekFactory(invitee=invitee, stop_words="Dat is van mij", stopped_at=NOW)
    EntryFactory(week=week, words="Voor iedereen", audience=Audience.PUBLIC)
    EntryFactory(week=week, words="Voor de krant", audience=Audience.JOURNALIST)
    EntryFactory(week=week, words="Voor mij")
    put_in(invitee, Stage.REPLYING)
    with at(NOW):
        page = client.get(address("publication", token)).content.decode()
    assert "Voor iedereen" in page
    for hidden in ("Voor de krant", "Voor mij", "Dat is van mij"):
        assert hidden not in page


def test_the_record_is_called_after_what_is_true_before_and_after_the_launch(
    client, invitee, token
):
    def called():
        """Return its title, its heading, and what the way to it is called; when it is public."""
        record = client.get(address("publication", token))
        page = record.content.decode()
        home = client.get(address("personal", token)).content.decode()
        title = re.search(r"<title>([^·]*)·", page)[1]
        heading = re.search(r"<h1>([^<]*)</h1>", page)[1]
        way = re.search(rf'href="{address("publication", token)}">([^<]*)</a></h3>', home)[1]
        return {title.strip(), heading.strip(), way.strip()}, record.context["public_from"]

    put_in(invitee, Stage.READY)
    campaign = Campaign.objects.get(pk=invitee.campaign_id)
    with at(campaign.launch_at):
        (before,), planned = called()
        Campaign.objects.filter(pk=campaign.pk).update(
            stage=Stage.LAUNCHED, stage_since=campaign.launch_at + DAY
        )
        (after,), real = called()
    assert before != after
    assert (planned, real) == (campaign.launch_at, campaign.launch_at + DAY)


def test_words_that_are_for_the_journalist_stay_out_of_the_record(client, invitee, token):
    with at(NOW):
        client.post(address("answer", token), reply(audience=Audience.JOURNALIST))
    put_in(invitee, Stage.REPLYING)
    with at(NOW):
        page = client.get(address("publication", token))
    assert "Wel soep." not in page.content.decode()


def test_no_name_address_or_token_stands_in_a_title_or_message(client, invitee, token):
    with at(NOW):
        sent = client.post(address("receipt", token), follow=True)
    title = sent.content.decode().partition("<title>")[2].partition("</title>")[0]
    assert invitee.member.name not in title
    assert invitee.member.email not in sent.content.decode()
    assert not [one for one in get_messages(sent.wsgi_request) if token in str(one)]
