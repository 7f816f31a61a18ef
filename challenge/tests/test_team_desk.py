"""The team's desk by request: who is due, what can be done, and that all of it is written down."""

from __future__ import annotations

import ast
import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest

from django.core import mail
from django.urls import reverse
from django.utils import timezone

import challenge
from accounts.tests.factories import person
from challenge import links
from challenge.models import Answer, Contact, Correction, Happening, Invitee, Membership, Ruling
from challenge.models.campaigns import Campaign
from challenge.team import acting
from challenge.team.words import KINDS
from challenge.tests.factories import (
    NOW,
    TODAY,
    CampaignFactory,
    CouncilMemberFactory,
    EntryFactory,
    InviteeFactory,
    PartyFactory,
    WeekFactory,
)
from challenge.vocabulary import AddressStanding, Channel, Choice, Outside, Result, Stage

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
APP = Path(challenge.__file__).parent
SOURCES = [
    path
    for part in ("letters", "logbook", "personal", "publication", "team", ".")
    for path in (APP / part).glob("*.py" if part == "." else "**/*.py")
]


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    found = SimpleNamespace(now=NOW)
    monkeypatch.setattr(timezone, "now", lambda: found.now)
    return found


@pytest.fixture
def campaign():
    return CampaignFactory()


@pytest.fixture
def invitee(campaign):
    return InviteeFactory(campaign=campaign)


def at(name, campaign, *args):
    return reverse(f"challenge_team:{name}", args=[campaign.pk, *args])


def do(client, invitee, act, **data):
    return client.post(at("act", invitee.campaign, invitee.pk, act), data)


def happened(invitee=None):
    lines = Happening.objects.order_by("pk")
    lines = lines.filter(invitee=invitee) if invitee else lines
    return list(lines.values_list("kind", "by"))


def test_everybody_who_sits_on_the_day_of_the_invitation_is_invited_once(team, user):
    campaign = CampaignFactory(stage=Stage.PREPARING)
    party = PartyFactory(council=campaign.council)
    elsewhere = PartyFactory()
    day = campaign.invitation_on
    for starts, ends, where in [
        (day, None, party),
        (day - 9 * DAY, day, party),
        (day - 9 * DAY, day - DAY, party),
        (day + DAY, None, party),
        (day, None, elsewhere),
    ]:
        member = CouncilMemberFactory(council=where.council)
        Membership.objects.create(member=member, party=where, starts_on=starts, ends_on=ends)
    shown = team.get(at("campaign", campaign))
    assert shown.context["not_invited"] == 2
    for _time in range(2):
        team.post(at("invite", campaign))
    assert campaign.invitees.count() == 2
    assert happened() == [("invited", user.pk)] * 2
    Campaign.objects.filter(pk=campaign.pk).update(stage=Stage.REPLYING)
    team.post(at("invite", campaign))
    assert campaign.invitees.count() == 2


def test_the_overview_shows_four_answers_as_equals_and_who_is_due(team, campaign):
    party = PartyFactory(council=campaign.council)
    answered, silent, bounced, outside = InviteeFactory.create_batch(
        4, campaign=campaign, party=party
    )
    Answer.objects.create(invitee=answered, number=1, choice=Choice.ACCEPT)
    Answer.objects.create(invitee=answered, number=2, choice=Choice.NO)
    Invitee.objects.filter(pk=bounced.pk).update(address=AddressStanding.BOUNCED)
    acting.put_outside(outside, Outside.ILL, TODAY, None)
    shown = team.get(at("campaign", campaign)).context
    assert [(code, number) for code, _words, number in shown["counts"]] == [
        ("no", 1),
        ("accept", 0),
        ("none", 2),
        ("nonsense", 0),
    ]
    assert (shown["unreached"], shown["outside"]) == (1, 1)
    due = {code: {row.invitee.pk for row in rows} for code, _words, rows in shown["due"]}
    assert due == {
        "mail": {silent.pk},
        "call": {silent.pk, bounced.pk},
        "postcard": {silent.pk, bounced.pk},
    }


def test_the_list_is_narrowed_down_by_what_is_asked(team, campaign):
    one, other = InviteeFactory.create_batch(2, campaign=campaign)
    Answer.objects.create(invitee=one, number=1, choice=Choice.NONSENSE)
    Invitee.objects.filter(pk=other.pk).update(address=AddressStanding.BOUNCED)

    def shown(**asked):
        page = team.get(at("members", campaign), asked).context["page"]
        return {row.invitee.pk for row in page}

    assert shown() == shown(party="x", due="'") == {one.pk, other.pk}
    assert shown(party=one.party_id) == shown(outcome="nonsense") == {one.pk}
    assert shown(outcome="none") == shown(standing="unreached") == shown(due="call") == {other.pk}
    assert shown(due="mail", outcome="nonsense") == set()


def test_the_list_costs_no_more_queries_for_many(team, campaign, django_assert_max_num_queries):
    InviteeFactory.create_batch(12, campaign=campaign)
    for name in ("members", "campaign"):
        team.get(at(name, campaign))
        with django_assert_max_num_queries(36):
            team.get(at(name, campaign))


def test_a_contact_is_written_down_with_who_and_how(team, invitee, user):
    data = {
        "channel": Channel.PHONE,
        "result": Result.MESSAGE,
        "happened_at": "2025-09-03 11:30",
        "note": "Belt terug.",
    }
    assert do(team, invitee, "contact", **data).status_code == 302
    contact = Contact.objects.get()
    assert (contact.channel, contact.result, contact.by) == ("phone", "message", user)
    assert contact.note == "Belt terug."
    assert happened(invitee) == [("contact", user.pk)]
    assert "Belt" not in str(Happening.objects.get().details)
    refused = do(team, invitee, "contact", **(data | {"happened_at": "2025-09-04 11:30"}))
    assert refused.status_code == 422
    assert "happened_at" in refused.context["forms"]["contact"].errors
    assert Contact.objects.count() == 1
    # Who was called today is not called again today.
    assert not refused.context["row"].is_call_due


def test_an_address_is_marked_and_a_bounce_by_hand_is_a_contact(team, invitee):
    do(team, invitee, "adres", standing=AddressStanding.VERIFIED)
    do(team, invitee, "adres", standing=AddressStanding.VERIFIED)
    do(team, invitee, "adres", standing=AddressStanding.BOUNCED)
    invitee.refresh_from_db()
    assert invitee.address == AddressStanding.BOUNCED
    assert [kind for kind, _by in happened(invitee)] == ["address", "bounced"]
    assert Contact.objects.get().result == Result.BOUNCED
    assert do(team, invitee, "link").status_code == 422
    assert mail.outbox == []


def test_a_link_is_sent_again_and_all_are_withdrawn(team, invitee):
    do(team, invitee, "link")
    token = mail.outbox[0].body.split("/uitdaging/")[1].split("/")[0]
    assert links.look_up(token, NOW) == invitee
    do(team, invitee, "intrekken")
    assert links.look_up(token, NOW) is None


def test_who_is_replaced_is_outside_and_the_new_one_comes_in(team, campaign, invitee):
    assert do(team, invitee, "buiten", why="replaced", since="").status_code == 422
    assert do(team, invitee, "buiten", why="replaced", since="2025-09-01").status_code == 302
    new = CouncilMemberFactory(council=campaign.council)
    seat = Membership.objects.create(member=new, party=invitee.party, starts_on=TODAY)
    joined = team.post(at("join", campaign), {"membership": seat.pk})
    assert joined.url == at("member", campaign, campaign.invitees.get(member=new).pk)
    assert team.post(at("join", campaign), {"membership": seat.pk}).status_code == 422
    do(team, invitee, "buiten", why="", since="")
    invitee.refresh_from_db()
    assert (invitee.outside, invitee.outside_since) == ("", None)


def test_a_ruling_has_a_reason_and_a_correction_is_answered_once(team, invitee, user):
    assert do(team, invitee, "oordeel", fact="answered", value="yes", reason="").status_code == 422
    do(team, invitee, "oordeel", fact="answered", value="yes", reason="Per brief, op tijd.")
    ruling = Ruling.objects.get()
    assert (ruling.value, ruling.made_by) == (True, user)
    asked = Correction.objects.create(invitee=invitee, words="Ik heb wel geantwoord.")
    elsewhere = Correction.objects.create(invitee=InviteeFactory(), words="x")
    reply = {"standing": "mended", "words": "U hebt gelijk."}
    assert do(team, invitee, "antwoord", correction=elsewhere.pk, **reply).status_code == 422
    assert do(team, invitee, "antwoord", correction=asked.pk, **reply).status_code == 302
    assert do(team, invitee, "antwoord", correction=asked.pk, **reply).status_code == 422
    asked.refresh_from_db()
    assert (asked.standing, asked.reply, asked.replied_by) == ("mended", "U hebt gelijk.", user)


def test_words_of_members_are_not_the_teams_to_read(team, invitee):
    Answer.objects.create(invitee=invitee, number=1, choice=Choice.ACCEPT, words="WOORDEN-A")
    week = WeekFactory(invitee=invitee, stop_words="WOORDEN-B", stopped_at=NOW)
    EntryFactory(week=week, words="WOORDEN-C", audience="journalist")
    for address in (
        at("member", invitee.campaign, invitee.pk),
        at("members", invitee.campaign),
        at("log", invitee.campaign),
        at("campaign", invitee.campaign),
    ):
        assert "WOORDEN" not in team.get(address).content.decode()


def test_addresses_are_in_the_member_and_its_form_only(team, invitee):
    address = invitee.member.email
    shown = [at("member", invitee.campaign, invitee.pk)]
    shown.append(reverse("challenge_members:edit", args=[invitee.member_id]))
    hidden = [at(name, invitee.campaign) for name in ("members", "campaign", "log", "postcards")]
    hidden.append(reverse("challenge_members:index"))
    for page in shown:
        assert address in team.get(page).content.decode()
    for page in hidden:
        assert address not in team.get(page).content.decode()


def test_a_step_is_taken_by_a_button_and_refused_in_words(team, campaign, user):
    shown = team.get(at("campaign", campaign))
    (step,) = shown.context["steps"]
    assert step["to"] == Stage.REPLYING
    assert step["obstacles"]
    team.post(at("step", campaign), {"to": Stage.REPLYING})
    team.post(at("step", campaign), {"to": "'"})
    campaign.refresh_from_db()
    assert campaign.stage == Stage.RUNNING
    team.post(at("step", campaign), {"to": Stage.CANCELLED})
    campaign.refresh_from_db()
    assert campaign.stage == Stage.CANCELLED
    assert happened() == [("stage", user.pk)]


def test_the_page_of_a_member_is_in_their_own_campaign_only(team, campaign, invitee):
    other = CampaignFactory()
    assert team.get(at("member", other, invitee.pk)).status_code == 404
    assert team.post(at("act", other, invitee.pk, "link")).status_code == 404
    assert team.post(at("act", campaign, invitee.pk, "wissen")).status_code == 404
    assert team.get(at("act", campaign, invitee.pk, "link")).status_code == 405


def test_all_that_is_written_down_has_words():
    """A code without words would be shown as it is: readable, but not to everybody."""
    used = {code for path in SOURCES for code in codes_in(ast.parse(path.read_text()))}
    assert {"answered", "week-stopped", "entry-made", "statement-taken-back"} <= used
    assert used == set(KINDS)


def codes_in(tree):
    """Yield what a module writes down: given to `write_down`, or under the name `kind`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "write_down":
            yield from constants(node.args[0])
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "_save" and node.args[1:]:
            yield from constants(node.args[1])
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "kind":
            yield from constants(node.value)


def constants(node):
    """Yield the codes that an expression can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


@pytest.mark.parametrize("name", ["Redactie", "Vertalers", "Journalist", "Redactieraad"])
def test_nobody_else_acts(client, invitee, name):
    client.force_login(person(name))
    for address in (
        at("act", invitee.campaign, invitee.pk, "intrekken"),
        at("step", invitee.campaign),
        at("invite", invitee.campaign),
        at("postcards", invitee.campaign),
        at("handed_over", invitee.campaign),
        at("join", invitee.campaign),
    ):
        assert client.post(address).status_code in {302, 403}
    assert happened() == []
