"""Who may come to the desk: each kind of person at each of its addresses."""

from __future__ import annotations

import pytest

from django.contrib.auth.models import Group

from accounts.adapter import AccountAdapter
from accounts.groups import GROUPS
from accounts.models import User
from magazine.tests import factories as magazine
from redactieraad.deciding.remarks import leave_remark
from redactieraad.models import Member, Remark
from redactieraad.tests.factories import council, member, submit
from tests.redactieraad.desk import note, url

pytestmark = pytest.mark.django_db

READ = ["desk", "text", "changes", "thanks", "me"]
WRITE = ["approve", "send_back", "question", "remark", "letters"]
STRANGERS = [*(name for name in GROUPS if name != "Redactieraad"), "superuser", "nobody"]


@pytest.fixture
def state():
    council()
    return submit(magazine.story())


def account(kind):
    if kind == "superuser":
        return User.objects.create_superuser("baas@voorbeeld.example", "x")
    user = User.objects.create_user("iemand@voorbeeld.example", "x")
    user.groups.set(Group.objects.filter(name=kind))
    return user


def answers(client, state):
    """Return the status at each address, by its name."""
    needs_no_number = {"desk", "me", "letters"}
    found = {}
    for name in (*READ, *WRITE):
        address = url(name) if name in needs_no_number else url(name, state.pk)
        found[name] = (client.get if name in READ else client.post)(address).status_code
    remark = Remark.objects.first() or leave_remark(
        Member.objects.first().user, state.pk, Remark.Kind.REMARK, voice=note()
    )
    return found | {"voice": client.get(url("voice", remark.pk)).status_code}


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(client, state):
    assert set(answers(client, state).values()) == {302}
    response = client.get(url("text", state.pk))
    assert response.headers["Location"] == f"/inloggen/?next={url('text', state.pk)}"


@pytest.mark.parametrize("kind", STRANGERS)
def test_who_is_no_member_is_told_so(client, state, kind):
    client.force_login(account(kind))
    assert set(answers(client, state).values()) == {403}
    page = client.get(url("desk"))
    assert 'href="/inloggen/account/"' in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]


def test_a_seat_without_the_group_and_the_group_without_a_seat_are_not_enough(client, state):
    for user in (account("Redactieraad"), member("zonder-groep")):
        if user.email.startswith("zonder"):
            user.groups.clear()
        client.force_login(user)
        assert client.get(url("desk")).status_code == 403


def test_a_member_opens_all_of_it(client, state):
    client.force_login(member("lid"))
    found = answers(client, state)
    assert found == {
        "desk": 200,
        "text": 200,
        "changes": 302,
        "thanks": 302,
        "me": 200,
        "approve": 409,
        "send_back": 422,
        "question": 422,
        "remark": 422,
        "letters": 302,
        "voice": 200,
    }


@pytest.mark.parametrize("name", ["letters"])
def test_what_changes_something_is_not_done_by_a_link(client, name):
    client.force_login(member("lid"))
    assert client.get(url(name)).status_code == 405


def test_members_land_on_the_desk_after_signing_in(rf):
    request = rf.get("/inloggen/")
    for kind, where in (("Redactieraad", url("desk")), ("Redactie", "/beheer/")):
        request.user = account(kind)
        assert AccountAdapter(request).get_login_redirect_url(request) == where
        request.user.delete()
