"""An edition reaches every subscriber once, whatever breaks in between."""

from __future__ import annotations

import smtplib
from collections import Counter
from datetime import timedelta

import pytest

from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from core.mailserver import line
from core.mailserver.verdicts import verdict_on
from magazine.models import EditionPage, Letter, Mailing, Subscriber
from magazine.newsletter import sending
from magazine.newsletter.sending import CannotMailError, begin, go_on, send_some
from magazine.newsletter.tasks import mail_some, take_up_again
from magazine.tests import factories
from magazine.tests.newsletter import live_edition, subscriber, translated
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import council

pytestmark = pytest.mark.django_db
State = Letter.State


@pytest.fixture
def members():
    return council()[:3]


@pytest.fixture
def edition(members):
    return live_edition(members)


@pytest.fixture
def mailing(edition):
    for number in range(5):
        subscriber(f"lezer{number}@voorbeeld.example")
    return begin(edition, None)


class Server(EmailBackend):
    """A mail server that keeps what it took, and misbehaves at the addresses that a test names."""

    mishaps: dict[str, BaseException] = {}
    taken: list[str] = []
    takes_it_first = False

    def send_messages(self, messages):
        (message,) = messages
        (address,) = message.to
        mishap = self.mishaps.get(address)
        if mishap is None or self.takes_it_first:
            self.taken.append(address)
            super().send_messages(messages)
        if mishap is not None:
            raise mishap


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(Server, "mishaps", {})
    monkeypatch.setattr(Server, "taken", [])
    monkeypatch.setattr(Server, "takes_it_first", False)
    monkeypatch.setattr(line, "get_connection", Server)
    return Server


def states():
    return Counter(Letter.objects.values_list("state", flat=True))


def an_hour_later(mailing):
    mailing.letters.update(not_before=timezone.now() - timedelta(seconds=1))
    mailing.letters.filter(claimed_at__isnull=False).update(
        claimed_at=timezone.now() - timedelta(hours=1)
    )


def refused(address, code):
    return smtplib.SMTPRecipientsRefused({address: (code, b"for lezer@voorbeeld.example")})


def test_everybody_who_confirmed_gets_it_once(edition):
    for number in range(3):
        subscriber(f"lezer{number}@voorbeeld.example")
    subscriber("nooit@voorbeeld.example", confirmed_at=None)
    subscriber("weg@voorbeeld.example", bounced_at=timezone.now())
    mailing = begin(edition, None)
    mail_some.enqueue(mailing.pk)
    mail_some.enqueue(mailing.pk)
    take_up_again()
    assert sorted(one.to[0] for one in mail.outbox) == [
        f"lezer{number}@voorbeeld.example" for number in range(3)
    ]
    mailing.refresh_from_db()
    edition.refresh_from_db()
    assert mailing.finished_at
    assert edition.sent_on == mailing.finished_at
    assert list(faults()) == [], "noting that it was sent changes no approved text"


def test_a_batch_puts_the_next_in_the_queue(mailing, monkeypatch):
    monkeypatch.setattr(sending, "BATCH", 2)
    monkeypatch.setattr(sending.send_some, "__defaults__", (2,))
    mail_some.enqueue(mailing.pk)
    assert states() == {State.SENT: 5}


@pytest.mark.parametrize("end", [SystemExit, KeyboardInterrupt])
@pytest.mark.parametrize("takes_it_first", [True, False])
def test_a_worker_that_dies_in_the_middle_doubles_nothing(mailing, server, end, takes_it_first):
    victim = "lezer2@voorbeeld.example"
    server.mishaps = {victim: end()}
    server.takes_it_first = takes_it_first
    with pytest.raises(end):
        send_some(mailing)
    assert states() == {State.SENT: 2, State.SENDING: 1, State.PENDING: 2}
    server.mishaps = {}
    take_up_again()
    assert not Mailing.objects.get().finished_at, "the claimed letter may still be on its way"
    an_hour_later(mailing)
    take_up_again()
    assert states() == {State.SENT: 4, State.UNSURE: 1}
    assert max(Counter(server.taken).values()) == 1
    assert set(server.taken) | {victim} == {f"lezer{n}@voorbeeld.example" for n in range(5)}
    assert Mailing.objects.get().finished_at


def test_two_workers_at_once_double_nothing(mailing, server, monkeypatch):
    claim = sending._claim

    def claim_after_the_other(letter):
        monkeypatch.setattr(sending, "_claim", claim)
        send_some(mailing)
        return claim(letter)

    monkeypatch.setattr(sending, "_claim", claim_after_the_other)
    send_some(mailing)
    assert Counter(server.taken) == {f"lezer{number}@voorbeeld.example": 1 for number in range(5)}


def test_a_reader_who_is_refused_for_good_has_bounced(mailing, server):
    address = "lezer1@voorbeeld.example"
    server.mishaps = {address: refused(address, 550)}
    send_some(mailing)
    assert states() == {State.SENT: 4, State.BOUNCED: 1}
    assert Subscriber.find(address).bounced_at
    assert Subscriber.objects.reachable().count() == 4


def test_a_reader_whose_server_is_busy_is_tried_later_and_not_for_ever(mailing, server):
    address = "lezer1@voorbeeld.example"
    server.mishaps = {address: refused(address, 451)}
    send_some(mailing)
    assert states() == {State.SENT: 4, State.PENDING: 1}
    assert not go_on(mailing), "not before its time"
    server.mishaps = {}
    an_hour_later(mailing)
    take_up_again()
    assert states() == {State.SENT: 5}
    Letter.objects.update(state=State.PENDING)
    server.mishaps = {address: refused(address, 451)}
    for _ in range(sending.ATTEMPTS):
        an_hour_later(mailing)
        send_some(mailing)
    assert states()[State.FAILED] == 1
    assert Subscriber.find(address).bounced_at is None


def test_a_server_that_hangs_up_in_the_middle_leaves_doubt_about_one_letter(mailing, server):
    server.mishaps = {"lezer1@voorbeeld.example": smtplib.SMTPServerDisconnected("gone")}
    assert not send_some(mailing)
    assert states() == {State.SENT: 1, State.UNSURE: 1, State.PENDING: 3}
    server.mishaps = {}
    an_hour_later(mailing)
    take_up_again()
    assert states() == {State.SENT: 4, State.UNSURE: 1}


def test_a_server_that_is_away_costs_nobody_a_letter(mailing, server, monkeypatch):
    def away(self):
        raise ConnectionRefusedError

    with monkeypatch.context() as patched:
        patched.setattr(Server, "open", away, raising=False)
        assert not send_some(mailing)
    assert states() == {State.PENDING: 5}
    take_up_again()
    assert states() == {State.SENT: 5}


def test_a_malformed_address_stops_no_other(mailing):
    one = Subscriber.find("lezer1@voorbeeld.example")
    one.set_address("geen adres\r\nBcc: ander@voorbeeld.example")
    one.save()
    Subscriber.objects.filter(pk=Subscriber.find("lezer2@voorbeeld.example").pk).update(
        address="altered in the database"
    )
    send_some(mailing)
    assert states() == {State.SENT: 3, State.FAILED: 2}
    assert Mailing.objects.get().finished_at


def test_the_log_names_no_reader(mailing, server, caplog):
    address = "lezer1@voorbeeld.example"
    server.mishaps = {address: refused(address, 550), "lezer2@voorbeeld.example": OSError(address)}
    send_some(mailing)
    assert len(caplog.records) == 2
    assert "voorbeeld" not in caplog.text


def test_what_is_not_live_is_not_mailed():
    subscriber()
    with pytest.raises(CannotMailError, match="offline"):
        begin(factories.edition(), None)
    assert not Mailing.objects.exists()


def test_an_edition_is_mailed_once_in_all_its_languages_together(edition, mailing):
    english = translated(edition, "en", "Summer")
    for page in (edition, english):
        with pytest.raises(CannotMailError, match="mailed"):
            begin(page, None)
    assert Letter.objects.count() == 5


def test_without_subscribers_nothing_is_begun(edition):
    with pytest.raises(CannotMailError, match="nobody"):
        begin(edition, None)
    assert not Mailing.objects.exists()


def test_an_edition_that_goes_offline_is_mailed_no_further(edition, mailing):
    send_some(mailing, 2)
    edition.unpublish()
    take_up_again()
    an_hour_later(mailing)
    take_up_again()
    assert states() == {State.SENT: 2, State.PENDING: 3}
    assert not Mailing.objects.get().finished_at


def test_who_left_in_the_meantime_gets_nothing(mailing, server, monkeypatch):
    one = Subscriber.find("lezer1@voorbeeld.example")

    def leaves_just_now(due, mails):
        written = list(write(due, mails))
        sending.Letter.objects.filter(subscriber=one).delete()
        one.delete()
        return iter(written)

    write = sending._written
    monkeypatch.setattr(sending, "_written", leaves_just_now)
    send_some(mailing)
    assert "lezer1@voorbeeld.example" not in server.taken
    assert len(server.taken) == 4


def test_every_reader_gets_a_language_they_read(edition, members):
    translated(edition, "en", "Summer")
    for address, languages in {
        "a": ["nl"],
        "b": ["en", "nl"],
        "c": ["tr"],
        "d": ["ar", "nl"],
        "e": ["nl-simple"],
    }.items():
        subscriber(f"{address}@voorbeeld.example", *languages)
    send_some(begin(edition, None))
    got = {one.to[0][0]: one.subject for one in mail.outbox}
    assert {name: "Summer" in subject for name, subject in got.items()} == {
        "a": False,
        "b": True,
        "c": True,
        "d": False,
        "e": False,
    }


def test_a_later_text_of_the_edition_keeps_when_it_was_sent(edition, mailing, members):
    from redactieraad.tests.factories import publish  # noqa: PLC0415 - beside its only use

    draft = edition.get_latest_revision_as_object()
    send_some(mailing)
    sent_on = EditionPage.objects.get(pk=edition.pk).sent_on
    draft.lead = "Met een correctie."
    draft.save_revision()
    publish(EditionPage.objects.get(pk=edition.pk), members)
    again = EditionPage.objects.get(pk=edition.pk)
    assert (again.lead, again.sent_on) == ("Met een correctie.", sent_on)


@pytest.mark.parametrize(
    ("error", "state", "is_ours"),
    [
        (refused("a", 550), State.BOUNCED, False),
        (refused("a", 450), State.PENDING, False),
        (smtplib.SMTPSenderRefused(550, b"", "us"), State.PENDING, True),
        (smtplib.SMTPDataError(554, b"spam"), State.FAILED, False),
        (smtplib.SMTPDataError(452, b"full"), State.PENDING, False),
        (smtplib.SMTPNotSupportedError(), State.FAILED, False),
        (UnicodeEncodeError("ascii", "é", 0, 1, ""), State.FAILED, False),
        (smtplib.SMTPServerDisconnected(), State.UNSURE, True),
        (TimeoutError(), State.UNSURE, True),
        (RuntimeError(), State.UNSURE, False),
    ],
)
def test_an_answer_is_tried_again_only_where_nothing_was_taken(error, state, is_ours):
    verdict = verdict_on(error)
    assert (verdict.state, verdict.is_ours) == (state, is_ours)
