"""What an edition looks like as a mail, and what comes back of it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from io import BytesIO

import pytest
from bs4 import BeautifulSoup

from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from wagtail.images.tests.utils import get_test_image_file_jpeg

from core.models import SiteImage
from magazine.models import Letter, StoryPage, Subscriber
from magazine.newsletter.bounces import Kind, take_in
from magazine.newsletter.emails import EditionMail
from magazine.newsletter.keys import letter_token, subscriber_token
from magazine.newsletter.sending import begin, send_some
from magazine.newsletter.styling import styled
from magazine.tests import factories
from magazine.tests.newsletter import live_edition, subscriber
from redactieraad.tests.factories import council, publish
from tests.guards.pages import fetched_elsewhere

pytestmark = pytest.mark.django_db
State = Letter.State


@pytest.fixture
def members():
    return council()[:3]


@pytest.fixture
def sent(members):
    """Return the mail that a Turkish reader got of a Dutch edition, as it went over the line."""
    picture = SiteImage.objects.create(
        title="omslag", description="Een lange tafel", file=get_test_image_file_jpeg()
    )
    edition = live_edition(members, cover_image=picture, title="Zomer & zon", lead="Voor <jou>.")
    send_some(begin(edition, subscriber("noor@voorbeeld.example", "tr") and None))
    return message_from_bytes(mail.outbox[-1].message().as_bytes(), policy=policy.default)


def html_of(message):
    return BeautifulSoup(message.get_body(("html",)).get_content(), "html.parser")


def test_it_is_html_and_text_with_the_cover_inside(sent):
    kinds = [part.get_content_type() for part in sent.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/html", "image/jpeg"]
    assert sent.get_content_type() == "multipart/related"
    soup = html_of(sent)
    assert soup.find("table") is None
    assert soup.img["alt"] == "Een lange tafel"
    assert soup.img["src"] == "cid:omslag.jpg"
    (picture,) = [part for part in sent.walk() if part.get_content_maintype() == "image"]
    assert picture["Content-ID"] == "<omslag.jpg>"


def test_it_fetches_nothing_and_follows_nobody(sent):
    html = sent.get_body(("html",)).get_content()
    # `cid:` is inside the mail itself.
    assert fetched_elsewhere(html.replace('src="cid:', 'src="data:'), "") == []
    assert "url(" not in html
    addresses = {link["href"] for link in html_of(sent)("a")}
    assert all("?" not in address for address in addresses)
    token = subscriber_token(Subscriber.objects.get().pk)
    assert {address for address in addresses if token in address} == {
        address for address in addresses if "/nieuwsbrief/" in address
    }


def test_words_of_editors_are_shown_as_they_are(sent):
    assert html_of(sent).h1.get_text(strip=True) == "Zomer & zon"
    text = sent.get_body(("plain",)).get_content()
    assert "Voor <jou>." in text
    assert "Aan tafel & verder" in text


def test_the_mail_speaks_the_reader_s_language_around_an_edition_in_another(sent):
    soup = html_of(sent)
    assert soup.html["lang"] == "tr"
    assert soup.h1.find_parent(attrs={"lang": True})["lang"] == "nl"
    leave = next(link["href"] for link in soup("a") if "afmelden" in link["href"])
    assert "/tr/nieuwsbrief/afmelden/" in leave


def test_right_to_left_around_left_to_right(members):
    soup = BeautifulSoup(
        EditionMail(live_edition(members)).letter("a@b.nl", "ar", 1, 1).alternatives[0][0],
        "html.parser",
    )
    assert soup.html["dir"] == "rtl"
    assert soup.h1.find_parent(attrs={"lang": "nl"})["dir"] == "ltr"


def test_headings_skip_no_level(sent):
    levels = [int(one.name[1]) for one in html_of(sent)(re.compile(r"^h\d$"))]
    assert levels == [1, 2, 3]


def test_only_what_is_live_is_in_it(members):
    edition = live_edition(members)
    story = StoryPage.objects.get()
    assert EditionMail(edition).sections
    story.unpublish()
    assert EditionMail(edition).sections == []


def test_a_mail_program_can_unsubscribe_by_the_headers(sent):
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    (address,) = re.findall(r"<https?://[^/]+([^>]+)>", sent["List-Unsubscribe"])
    assert (
        Client(enforce_csrf_checks=True)
        .post(address, {"List-Unsubscribe": "One-Click"})
        .status_code
        == 200
    )
    assert not Subscriber.objects.exists()


def test_nothing_personal_is_in_subject_links_or_headers(sent):
    headers = "".join(str(value) for name, value in sent.items() if name != "To")
    assert "noor" not in headers + str(html_of(sent))


def test_with_a_mailbox_mail_comes_back_there(members, settings):
    settings.NEWSLETTER_MAILBOX = "terug@voorbeeld.example"
    one = subscriber()
    letter = EditionMail(live_edition(members)).letter("a@b.nl", "nl", one.pk, 7)
    assert letter.from_email == "terug@voorbeeld.example"
    assert letter.message()["From"] == settings.DEFAULT_FROM_EMAIL
    assert (
        f"mailto:terug@voorbeeld.example?subject=unsubscribe%20{subscriber_token(one.pk)}"
        in (letter.message()["List-Unsubscribe"])
    )


def test_a_test_mail_leads_to_nobody_s_languages(members):
    letter = EditionMail(live_edition(members)).letter("a@b.nl", "nl")
    assert "List-Unsubscribe" not in letter.message()
    assert "/nieuwsbrief/" not in letter.body + letter.alternatives[0][0]


def test_a_letter_costs_no_queries_once_the_edition_is_read(members, django_assert_num_queries):
    shared = EditionMail(live_edition(members))
    shared.letter("a@b.nl", "nl", 1, 1)
    with django_assert_num_queries(0):
        shared.letter("c@d.nl", "tr", 2, 2)


def test_every_language_can_be_mailed_in(members, settings):
    shared = EditionMail(live_edition(members))
    for code, _name in settings.LANGUAGES:
        html = shared.letter("a@b.nl", code, 1, 1).alternatives[0][0]
        assert BeautifulSoup(html, "html.parser").html["lang"] == code
    assert translation.get_language() == "nl"


def test_colours_come_from_the_tokens_by_day_and_by_night():
    tokens = ":root { --ink: #111; --sun: #fa0; } @supports { --ink: light-dark(#111, #eee); }"
    css = styled("/* why */ p { color: var(--ink); border-color: var(--sun); }", tokens)
    assert css == (
        "p { color: #111; border-color: #fa0; } "
        "@media (prefers-color-scheme: dark) { p { color: #eee; border-color: #fa0; } }"
    )


def report(letter, status="5.1.1", action="failed", original="text/rfc822-headers"):
    """Return what a mail server writes back about a letter (RFC 3464)."""
    return f"""From mailer Sun Nov 22 10:00:00 2026
From: mailer-daemon@elders.example
Subject: Undelivered mail
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; elders.example

Final-Recipient: rfc822; ander@elders.example
Action: {action}
Status: {status}

--b
Content-Type: {original}

Message-ID: <{letter}@voorbeeld.example>
Subject: Zomer

--b--

""".encode()


@pytest.fixture
def letter(members):
    one = subscriber()
    send_some(begin(live_edition(members), None))
    return Letter.objects.get(subscriber=one)


@pytest.mark.parametrize("original", ["text/rfc822-headers", "message/rfc822"])
def test_a_mail_that_comes_back_marks_its_reader(letter, original):
    found = take_in(report(letter_token(letter.pk), original=original))
    assert found == {Kind.BOUNCED: 1}
    letter.refresh_from_db()
    assert letter.state == State.BOUNCED
    assert letter.subscriber.bounced_at


@pytest.mark.parametrize(
    "changes",
    [{"status": "4.2.2"}, {"action": "delayed"}, {"action": "relayed", "status": "2.0.0"}],
)
def test_a_mail_that_is_only_late_marks_nobody(letter, changes):
    assert take_in(report(letter_token(letter.pk), **changes)) == {Kind.OTHER: 1}
    assert Subscriber.objects.reachable().exists()


def test_a_forged_report_marks_nobody(letter):
    for forged in (
        f"{letter.pk}.{'x' * 43}",
        str(letter.pk),
        subscriber_token(letter.subscriber_id),
    ):
        assert take_in(report(forged)) == {Kind.OTHER: 1}
    assert Subscriber.objects.reachable().exists()


def test_a_mail_that_asks_to_stop_is_obeyed(letter):
    token = subscriber_token(letter.subscriber_id)
    box = f"From: x@y.example\nSubject: Re: unsubscribe\n {token}\n\nHello".encode()
    assert take_in(box) == {Kind.LEFT: 1}
    assert not Subscriber.objects.exists()
    assert take_in(box) == {Kind.LEFT: 1}


def test_the_command_reads_a_whole_mailbox_and_names_nobody(letter, monkeypatch, capsys):
    box = report(letter_token(letter.pk)) + b"From a\nSubject: hello\n\nFrom me\n" + b"\xff\x00\n"
    monkeypatch.setattr("sys.stdin", type("In", (), {"buffer": BytesIO(box)}))
    call_command("newsletter_bounces")
    told = capsys.readouterr().out
    assert f"{Kind.BOUNCED}: 1" in told
    assert "voorbeeld" not in told


def test_an_empty_mailbox_is_no_fault():
    assert take_in(b"\n") == {}


def test_the_edition_mailed_is_the_one_that_is_live(members):
    edition = live_edition(members)
    edition.title = "Een plan voor later"
    edition.save_revision()
    subscriber()
    send_some(begin(edition, None))
    assert "later" not in mail.outbox[-1].subject


def test_a_story_of_another_edition_is_not_in_it(members):
    edition = live_edition(members)
    publish(factories.story("los", title="Een los verhaal"), members)
    assert "los verhaal" not in EditionMail(edition).letter("a@b.nl", "nl").body
