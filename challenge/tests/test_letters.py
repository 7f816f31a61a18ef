"""A member gets each letter once, whatever breaks; an answer ends the reminders at once."""

from __future__ import annotations

import datetime as dt
import io
import re
import smtplib
import sys
from types import SimpleNamespace

import pytest

from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from challenge import links
from challenge.letters import planning
from challenge.letters.bounces import note_bounce
from challenge.letters.planning import plan_all, plan_link
from challenge.letters.reading import dates_of
from challenge.letters.sending import send_letter
from challenge.letters.writing import letter_number
from challenge.models import Answer, Contact, Happening, Letter, PersonalLink
from challenge.one_by_one import SomeFailedError
from challenge.tests.factories import NOW, CampaignFactory, InviteeFactory, moment
from challenge.vocabulary import AddressStanding, Choice, LetterKind, Result, Stage
from core.mailserver import line

pytestmark = pytest.mark.django_db

INVITED_ON = NOW.date()
LATER = dt.timedelta(minutes=15)


class Server(EmailBackend):
    """A mail server that keeps what it took, and goes wrong where a test says so."""

    is_away = False
    mishap: BaseException | None = None
    takes_it_first = False

    def open(self):
        if self.is_away:
            raise ConnectionRefusedError
        return super().open()

    def send_messages(self, messages):
        if self.mishap is None or self.takes_it_first:
            super().send_messages(messages)
        if self.mishap is not None:
            raise self.mishap


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setattr(line, "get_connection", Server)
    monkeypatch.setattr(Server, "is_away", False)
    monkeypatch.setattr(Server, "mishap", None)
    monkeypatch.setattr(Server, "takes_it_first", False)
    return Server


@pytest.fixture
def clock(monkeypatch):
    """Return a clock that a test can turn; it stands at noon of the day of the invitation."""
    found = SimpleNamespace(now=NOW)
    monkeypatch.setattr(timezone, "now", lambda: found.now)
    return found


@pytest.fixture
def invitee(server, clock):
    campaign = CampaignFactory(invitation_on=INVITED_ON, receipt_by=INVITED_ON)
    return InviteeFactory(campaign=campaign)


def letters():
    return sorted(Letter.objects.values_list("kind", flat=True))


def happened():
    kinds = Happening.objects.order_by("pk").values_list("kind", flat=True)
    return [kind for kind in kinds if kind != "link-made"]


def refused(code):
    return smtplib.SMTPRecipientsRefused({"x@voorbeeld.example": (code, b"for x@voorbeeld")})


def test_an_invitation_holds_the_campaigns_words_and_a_link_that_works(invitee):
    plan_all()
    (sent,) = mail.outbox
    assert sent.to == [invitee.member.email]
    assert sent.subject == "Over invitation"
    assert invitee.member.name not in sent.subject
    assert "Beste raadslid," in sent.body
    (token,) = re.findall(r"/uitdaging/([\w-]+)/", sent.body)
    assert links.look_up(token, NOW) == invitee
    html, kind = sent.alternatives[0]
    assert kind == "text/html"
    assert f"/uitdaging/{token}/" in html
    assert PersonalLink.objects.count() == 1
    assert Contact.objects.get().result == Result.SENT
    assert happened() == ["letter-planned", "letter-sent"]
    plan_all()
    send_letter.enqueue(Letter.objects.get().pk)
    assert len(mail.outbox) == 1


def test_an_answer_stops_what_is_planned_right_before_it_leaves(invitee, server, clock):
    server.is_away = True
    plan_all()
    assert letters() == [LetterKind.INVITATION]
    Answer.objects.create(invitee=invitee, number=1, choice=Choice.NO)
    server.is_away = False
    clock.now += LATER
    plan_all()
    assert mail.outbox == []
    assert Letter.objects.get().needless_at == clock.now
    assert not PersonalLink.objects.exists()


def test_a_mail_server_that_is_away_loses_nothing_and_doubles_nothing(invitee, server, clock):
    server.is_away = True
    plan_all()
    plan_all()
    assert Letter.objects.get().begun_at is None
    server.is_away = False
    clock.now += LATER
    plan_all()
    plan_all()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "error", [refused(450), smtplib.SMTPSenderRefused(451, b"later", "us@x.example")]
)
def test_what_the_server_did_not_take_is_sent_later(invitee, server, clock, error):
    server.mishap = error
    plan_all()
    assert Letter.objects.get().begun_at is None
    assert not Contact.objects.exists()
    server.mishap = None
    clock.now += LATER
    plan_all()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("takes_it_first", [True, False])
@pytest.mark.parametrize("error", [smtplib.SMTPServerDisconnected("gone"), TimeoutError()])
def test_what_was_perhaps_taken_is_never_sent_again(invitee, server, clock, error, takes_it_first):
    server.mishap, server.takes_it_first = error, takes_it_first
    plan_all()
    server.mishap = None
    for _time in range(3):
        clock.now += LATER
        plan_all()
    assert len(mail.outbox) == takes_it_first
    assert "letter-unsure" in happened()


def test_a_worker_that_is_killed_while_it_sends_doubles_nothing(invitee, server, clock):
    server.mishap = KeyboardInterrupt()
    # The queue of the tests would swallow it.
    server.is_away = True
    plan_all()
    server.is_away = False
    with pytest.raises(KeyboardInterrupt):
        send_letter.func(Letter.objects.get().pk)
    server.mishap = None
    clock.now += LATER
    plan_all()
    assert mail.outbox == []
    assert Letter.objects.get().begun_at == NOW


@pytest.mark.parametrize("error", [refused(550), smtplib.SMTPDataError(554, b"no")])
def test_who_is_refused_is_not_reached_and_gets_the_letter_at_a_new_address(
    invitee, server, clock, error
):
    server.mishap = error
    plan_all()
    invitee.refresh_from_db()
    assert invitee.address == AddressStanding.BOUNCED
    assert Contact.objects.get().result == Result.BOUNCED
    server.mishap = None
    clock.now += LATER
    plan_all()
    assert mail.outbox == []
    invitee.address = AddressStanding.VERIFIED
    invitee.save()
    invitee.member.email = "nieuw@voorbeeld.example"
    invitee.member.save()
    plan_all()
    assert [sent.to for sent in mail.outbox] == [["nieuw@voorbeeld.example"]]


def test_a_mail_that_comes_back_is_known_by_a_name_that_we_signed(invitee, monkeypatch):
    plan_all()
    name = mail.outbox[0].extra_headers["Message-ID"]
    assert letter_number(name.strip("<>").partition("@")[0]) == Letter.objects.get().pk
    for believed, told in [(False, name.replace("<", "<9")), (True, name), (False, name)]:
        report = io.BytesIO(returned(told).encode())
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=report))
        said = io.StringIO()
        call_command("challenge_bounces", stdout=said)
        assert said.getvalue().strip() == f"bounced: {int(believed)}"
    invitee.refresh_from_db()
    assert invitee.address == AddressStanding.BOUNCED


def test_nobody_is_mailed_at_night_nor_without_an_address(invitee, clock):
    clock.now = moment(INVITED_ON, 22)
    plan_all()
    clock.now = moment(INVITED_ON + dt.timedelta(days=1), 12)
    invitee.member.email = ""
    invitee.member.save()
    plan_all()
    assert (mail.outbox, letters()) == ([], [])


@pytest.mark.parametrize("stage", [Stage.PREPARING, Stage.CANCELLED])
def test_a_campaign_that_does_not_run_sends_nothing(invitee, stage):
    invitee.campaign.stage = stage
    invitee.campaign.save()
    plan_all()
    assert letters() == []


def test_a_letter_that_nobody_wrote_is_not_planned(invitee):
    invitee.campaign.letters.filter(kind=LetterKind.INVITATION).delete()
    plan_all()
    assert letters() == []


def test_a_link_is_sent_as_often_as_it_is_asked_for(invitee, clock):
    clock.now = moment(INVITED_ON, 22)
    for _time in range(2):
        plan_link(invitee, None)
    assert len(mail.outbox) == PersonalLink.objects.count() == 2
    note_bounce(invitee)
    plan_link(invitee, None)
    assert len(mail.outbox) == 2


def test_planning_asks_no_more_for_many(invitee, django_assert_max_num_queries):
    invitee.campaign.invitation_on += dt.timedelta(days=1)
    invitee.campaign.save()
    InviteeFactory.create_batch(12, campaign=invitee.campaign)
    with django_assert_max_num_queries(4):
        plan_all()


def test_what_goes_wrong_in_one_campaign_keeps_no_letter_of_another_back(
    invitee, clock, server, monkeypatch
):
    server.is_away = True
    plan_all()
    server.is_away = False
    clock.now += LATER
    broken = InviteeFactory(
        campaign=CampaignFactory(
            invitation_on=INVITED_ON, launch_at=invitee.campaign.launch_at + dt.timedelta(days=1)
        )
    )
    other = InviteeFactory(campaign=CampaignFactory(invitation_on=INVITED_ON))

    def fail_for_one(campaign):
        if campaign == broken.campaign:
            raise ZeroDivisionError
        return dates_of(campaign)

    monkeypatch.setattr(planning, "dates_of", fail_for_one)
    with pytest.raises(SomeFailedError, match=broken.campaign.slug):
        plan_all()
    sent = {letter.to[0] for letter in mail.outbox}
    assert sent == {invitee.member.email, other.member.email}


def returned(name: str) -> str:
    """Return the mail by which a server says that a letter of ours never arrives."""
    return "\r\n".join(
        [
            'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
            "",
            "--x",
            "Content-Type: message/delivery-status",
            "",
            "Action: failed",
            "Status: 5.1.1",
            "",
            "--x",
            "Content-Type: text/rfc822-headers",
            "",
            f"Message-ID: {name}",
            "",
            "--x--",
            "",
        ]
    )
