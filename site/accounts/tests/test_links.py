"""Signing in by a link from a mail: once, within 15 minutes, and by the button only."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts import links
from accounts.forms import own_path
from accounts.links import LIFETIME, Standing
from accounts.models import SignInLink, TrustedDevice
from accounts.tests.factories import PASSWORD, person, with_second_step
from core.operations.logs import without_personal_data
from core.tokens import NAME_LENGTH

pytestmark = pytest.mark.django_db

# Each example asks the database, on a machine that may be busy.
UNHURRIED = hypothesis_settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def member():
    return person("Redactieraad")


def ask(client, email, onwards=""):
    return client.post("/inloggen/link/", {"email": email, "next": onwards})


def link_in_mail():
    return re.search(r"https?://[^/\s]+(/inloggen/link/\S+)", mail.outbox[-1].body)[1]


def mailed_link(client, user, onwards=""):
    ask(client, user.email, onwards)
    return link_in_mail()


def is_signed_in_as(client, user):
    return client.session.get("_auth_user_id") == str(user.pk)


def make_older(age):
    link = SignInLink.objects.latest("pk")
    link.made_at -= age
    link.save()


def test_a_member_signs_in_without_a_password(client, member):
    link = mailed_link(client, member)
    assert mail.outbox[-1].to == [member.email]
    page = client.get(link)
    assert page.status_code == 200
    assert str(member) in page.content.decode()
    assert client.post(link).status_code == 302
    assert is_signed_in_as(client, member)


def test_opening_the_link_uses_nothing_up(client, member):
    link = mailed_link(client, member)
    for _scanner in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    assert not client.session.keys()
    client.post(link)
    assert is_signed_in_as(client, member)


def test_a_link_works_once_and_says_so(client, member):
    link = mailed_link(client, member)
    client.post(link)
    for answer in (Client().get(link), Client().post(link)):
        assert answer.status_code == 410
        assert answer.context["standing"] == "used"
    thief = Client()
    thief.post(link)
    assert not thief.session.keys()


def test_of_two_presses_at_the_same_moment_one_counts(member):
    token = links.make(member, "", timezone.now())
    link = links.look_up(token, timezone.now()).link
    assert [links.use(link, timezone.now()) for _press in range(2)] == [True, False]


def test_a_link_works_for_15_minutes_and_says_so(client, member):
    link = mailed_link(client, member)
    make_older(LIFETIME - MINUTE)
    assert client.get(link).status_code == 200
    make_older(MINUTE)
    for answer in (client.get(link), client.post(link)):
        assert answer.status_code == 410
        assert answer.context["standing"] == "expired"
    assert not is_signed_in_as(client, member)


@given(seconds=st.integers(min_value=-3600, max_value=7200))
@UNHURRIED
def test_a_link_holds_until_its_last_second(member, seconds):
    now = timezone.now()
    token = links.make(member, "", now)
    later = now + dt.timedelta(seconds=seconds)
    expected = Standing.READY if later < now + LIFETIME else Standing.EXPIRED
    assert links.look_up(token, later).standing is expected


@given(change=st.data())
@UNHURRIED
def test_an_altered_link_is_unknown(member, change):
    token = links.make(member, "", timezone.now())
    place = change.draw(st.integers(min_value=0, max_value=len(token) - 1))
    # Told apart from the letter that stands there, whichever it is: every example's token is new.
    letter = chr(ord(token[place]) ^ change.draw(st.integers(min_value=1, max_value=127)))
    altered = token[:place] + letter + token[place + 1 :]
    cut = token[: change.draw(st.integers(min_value=0, max_value=len(token) - 1))]
    for wrong in (altered, cut, f"{token}a"):
        found = links.look_up(wrong, timezone.now())
        assert (found.standing, found.link) == (Standing.UNKNOWN, None)


@pytest.mark.parametrize("wrong", ["x", "x" * 59, "%00" * 20, "é" * 59, "a" * 3000])
def test_an_unknown_link_has_a_page_of_its_own(client, wrong):
    for answer in (client.get(f"/inloggen/link/{wrong}/"), client.post(f"/inloggen/link/{wrong}/")):
        assert answer.status_code == 400
        assert answer.context["standing"] == "unknown"
        assert 'href="/inloggen/"' in answer.content.decode()


def test_the_secret_of_one_link_does_not_open_another(member):
    other = person("Redactieraad")
    mine = links.make(member, "", timezone.now())
    theirs = links.make(other, "", timezone.now())
    mixed = theirs[:NAME_LENGTH] + mine[NAME_LENGTH:]
    assert links.look_up(mixed, timezone.now()).standing is Standing.UNKNOWN


def test_a_link_dies_with_the_address_that_it_was_sent_to(client, member):
    link = mailed_link(client, member)
    member.email = "nieuw@voorbeeld.example"
    member.save()
    assert client.get(link).status_code == 400


def test_the_database_holds_no_link(client, member):
    token = mailed_link(client, member).split("/")[3]
    kept = str(SignInLink.objects.values().get())
    assert token[NAME_LENGTH:] not in kept
    assert token not in kept


def test_the_log_holds_no_link(client, member):
    link = mailed_link(client, member)
    token = link.split("/")[3]
    for line in (f'"GET {link} HTTP/1.1" 200', f"Gone: {link}", f"http://x.example{link}nieuw/"):
        assert token not in without_personal_data(line)
        assert token[NAME_LENGTH:] not in without_personal_data(line)


@pytest.mark.parametrize("onwards", ["", "/redactieraad/", "/nl/?a=b&c=ë"])
def test_who_was_on_the_way_to_a_page_arrives_there(client, member, onwards):
    link = mailed_link(client, member, onwards)
    assert client.post(link).headers["location"] == (
        onwards.replace("ë", "%C3%AB") or client.get("/inloggen/").headers["location"]
    )


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "/\t/evil.example",
        "redactieraad/",
        "https://testserver/",
    ],
)
def test_nobody_is_sent_on_to_another_site(client, member, elsewhere):
    link = mailed_link(client, member, elsewhere)
    assert SignInLink.objects.get().onwards == ""
    SignInLink.objects.update(onwards=elsewhere)
    location = client.post(link).headers["location"]
    assert location == client.get("/inloggen/").headers["location"]


@given(address=st.text(max_size=40))
def test_a_path_of_ours_is_never_another_site(address):
    path = own_path(address)
    assert path in {"", address}
    assert path == "" or (path[0] == "/" and path[1:2] not in {"/", "\\"})


def test_known_and_unknown_addresses_get_the_same_answer_and_each_a_mail(client, member):
    admin, closed = person("Redactie"), person("Redactieraad", is_active=False)
    addresses = [member.email, admin.email, closed.email, "niemand@voorbeeld.example"]
    answers = [Client().post("/inloggen/link/", {"email": email}) for email in addresses]
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.headers["location"] for answer in answers}) == 1
    assert [message.to[0] for message in mail.outbox] == addresses


def test_the_website_itself_does_not_look_who_has_an_account(
    client, member, settings, django_assert_num_queries
):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    for email in (member.email, "niemand@voorbeeld.example"):
        with django_assert_num_queries(1):
            ask(client, email)


def test_the_queue_holds_neither_address_nor_link(client, member, settings):
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 - only this test needs it

    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    ask(client, member.email)
    assert member.email not in str(DBTaskResult.objects.values().get())
    assert not mail.outbox


@pytest.mark.parametrize("group", ["Redactie", "Vertalers", "Programmateam", "Beheer"])
def test_who_may_enter_the_admin_is_mailed_no_link(client, group):
    user = person(group, "Redactieraad")
    ask(client, user.email)
    assert mail.outbox[-1].to == [user.email]
    assert "/inloggen/link/" not in mail.outbox[-1].body
    assert "/inloggen/" in mail.outbox[-1].body
    assert not SignInLink.objects.exists()


def test_an_administrator_is_mailed_no_link(client, admin_user):
    ask(client, admin_user.email)
    assert not SignInLink.objects.exists()


def test_a_link_to_who_came_to_work_in_the_admin_leads_to_the_password(client, member):
    link = mailed_link(client, member, "/redactieraad/")
    member.groups.set(person("Beheer").groups.all())
    for answer in (client.get(link), client.post(link)):
        assert answer.headers["location"] == "/inloggen/?next=%2Fredactieraad%2F"
    assert not client.session.keys()


def test_a_session_by_link_never_opens_the_admin(client, member):
    client.post(mailed_link(client, member), {"remember": "on"})
    member.groups.set(person("Beheer").groups.all())
    answer = client.get("/beheer/images/?p=2")
    assert answer.headers["location"] == "/inloggen/?next=%2Fbeheer%2Fimages%2F%3Fp%3D2"
    assert not is_signed_in_as(client, member)
    client.post("/inloggen/", {"login": member.email, "password": PASSWORD})
    assert client.get("/beheer/images/").status_code == 200


def test_a_closed_account_is_not_signed_in(client, member):
    link = mailed_link(client, member)
    member.is_active = False
    member.save()
    for answer in (client.get(link), client.post(link)):
        assert answer.headers["location"] == "/inloggen/gesloten/"
    assert not client.session.keys()


def test_who_has_a_second_step_is_asked_for_it(client, member):
    with_second_step(member)
    link = mailed_link(client, member)
    answer = client.post(link, {"remember": "on"})
    assert answer.headers["location"].startswith("/inloggen/stap-2/")
    assert not is_signed_in_as(client, member)


def test_the_device_is_remembered_also_by_way_of_the_second_step(client, member):
    from accounts.tests.test_two_step import code  # noqa: PLC0415 - only this test needs it

    secret = with_second_step(member)
    client.post(mailed_link(client, member), {"remember": "on"})
    client.post("/inloggen/stap-2/", {"code": code(secret)})
    assert is_signed_in_as(client, member)
    assert TrustedDevice.objects.filter(user=member).count() == 1


def test_who_was_signed_in_here_before_is_signed_out_altogether(client, member):
    other = person("Partners")
    client.force_login(other)
    session = client.session
    session["secret"] = "of the other"
    session.save()
    link = mailed_link(client, member)
    page = client.get(link)
    assert str(other) in page.content.decode()
    client.post(link, {"remember": "on"})
    assert is_signed_in_as(client, member)
    assert "secret" not in client.session
    assert TrustedDevice.objects.get().user == member


def test_no_answer_is_kept_and_no_other_page_hears_the_address(client, member):
    link = mailed_link(client, member)
    used = mailed_link(client, member)
    Client().post(used)
    for address in (link, used, "/inloggen/link/altered/"):
        answer = client.get(address)
        assert "no-store" in answer.headers["cache-control"]
        # 'no-referrer' would make browsers send `Origin: null`, which the check on forms refuses.
        assert answer.headers["referrer-policy"] == "strict-origin"
    for address in ("/inloggen/", "/inloggen/link/verstuurd/"):
        assert "no-store" in client.get(address).headers["cache-control"]


def test_nobody_gets_a_session_before_signing_in(client, member):
    client.get("/inloggen/")
    link = mailed_link(client, member)
    client.get(link)
    client.get("/inloggen/link/verstuurd/")
    assert "sessionid" not in client.cookies
    client.post(link)
    assert "sessionid" in client.cookies


def test_forged_forms_are_refused(member):
    link = mailed_link(Client(), member)
    strict = Client(enforce_csrf_checks=True)
    addresses = (link, "/inloggen/link/", f"{link}nieuw/", "/inloggen/overal-uit/")
    assert {strict.post(address).status_code for address in addresses} == {403}


def test_nobody_is_flooded_with_mail(client, member):
    statuses = [ask(client, member.email).status_code for _attempt in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert len(mail.outbox) == 3
    assert ask(client, member.email.upper()).status_code == 429


def test_an_unknown_address_has_to_wait_just_the_same(client):
    statuses = [ask(client, "niemand@voorbeeld.example").status_code for _attempt in range(4)]
    assert statuses == [302, 302, 302, 429]


def test_one_machine_cannot_ask_for_many_addresses(client):
    statuses = [ask(client, f"nummer{n}@voorbeeld.example").status_code for n in range(11)]
    assert statuses == [302] * 10 + [429]


def test_one_machine_cannot_press_on_and_on(client, member):
    tokens = [links.make(member, "", timezone.now()) for _link in range(21)]
    statuses = [Client().post(f"/inloggen/link/{token}/").status_code for token in tokens]
    assert statuses == [302] * 20 + [429]


@pytest.mark.parametrize("email", ["", "geen-adres", "a@b", "x" * 300 + "@voorbeeld.example"])
def test_what_is_no_address_is_told_at_its_field_and_kept(client, email):
    answer = ask(client, email, "/redactieraad/")
    form = answer.context["link_form"]
    assert list(form.errors) == ["email"]
    assert form["email"].value() == email
    assert form["next"].value() == "/redactieraad/"
    assert not mail.outbox


def test_an_old_link_is_replaced_by_one_press(client, member):
    link = mailed_link(client, member, "/redactieraad/")
    make_older(LIFETIME)
    assert f'action="{link}nieuw/"' in client.get(link).content.decode()
    assert client.post(f"{link}nieuw/").status_code == 302
    assert mail.outbox[-1].to == [member.email]
    assert client.post(link_in_mail()).headers["location"] == "/redactieraad/"


def test_an_old_link_is_not_replaced_without_end(client, member):
    link = mailed_link(client, member)
    statuses = [client.post(f"{link}nieuw/").status_code for _press in range(3)]
    assert statuses == [302, 302, 429]
    assert len(mail.outbox) == 3


def test_an_unknown_link_is_replaced_by_nothing(client):
    assert client.post("/inloggen/link/altered/nieuw/").headers["location"] == "/inloggen/"
    assert not mail.outbox


def test_both_ways_in_stand_on_one_page(client):
    html = client.get("/inloggen/?next=/redactieraad/").content.decode()
    assert html.index('id="way-link"') < html.index('id="way-password"')
    assert html.count('value="/redactieraad/"') == 2


def test_who_is_on_the_way_to_the_admin_sees_the_password_first(client):
    html = client.get("/inloggen/?next=/beheer/").content.decode()
    assert html.index('id="way-password"') < html.index('id="way-link"')


def test_a_wrong_password_still_shows_both_ways(client):
    answer = client.post("/inloggen/", {"login": "a@voorbeeld.example", "password": "x"})
    html = answer.content.decode()
    assert html.count('id="error-summary"') == 1
    assert 'id="way-link"' in html


def test_old_links_and_devices_are_forgotten(member):
    from accounts.forgetting import forget_old_links_and_devices  # noqa: PLC0415

    links.make(member, "", timezone.now() - links.REMEMBERED - MINUTE)
    kept = links.make(member, "", timezone.now() - links.REMEMBERED + MINUTE)
    forget_old_links_and_devices()
    assert [link.name for link in SignInLink.objects.all()] == [kept[:NAME_LENGTH]]
