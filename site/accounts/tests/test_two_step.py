"""Two steps to sign in: asked of everybody with a desk in the admin, and impossible to skip."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from django.core.management import CommandError, call_command

from accounts.adapter import TwoStepAdapter
from accounts.tests.factories import PASSWORD, person, with_second_step

pytestmark = pytest.mark.django_db

SET_UP = "/inloggen/stap-2/app/"
ADMIN_PAGES = ["/beheer/", "/beheer/images/", "/beheer/pages/", "/beheer/account/"]


@pytest.fixture
def required(settings):
    settings.REQUIRE_TWO_STEP = True


def code(secret):
    """Return the code that the app on the phone shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def password_step(client, user):
    return client.post("/inloggen/", {"login": user.email, "password": PASSWORD})


def is_signed_in(client):
    return "_auth_user_id" in client.session


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("address", ADMIN_PAGES)
def test_without_a_second_step_nothing_in_the_admin_opens(client, address):
    client.force_login(person("Beheer"))
    assert client.get(address).headers["location"] == SET_UP
    assert client.post(address).headers["location"] == SET_UP


@pytest.mark.usefixtures("required")
def test_also_an_administrator_needs_one(admin_client):
    assert admin_client.get("/beheer/users/").headers["location"] == SET_UP


@pytest.mark.usefixtures("required")
def test_who_has_no_desk_in_the_admin_needs_none(client):
    client.force_login(person("Redactieraad"))
    assert client.get("/inloggen/account/").status_code == 200


@pytest.mark.parametrize("address", ADMIN_PAGES)
def test_where_it_is_not_required_the_admin_opens_without(client, address):
    client.force_login(person("Beheer"))
    assert client.get(address).status_code == 200


@pytest.mark.usefixtures("required")
def test_the_whole_way_from_password_to_desk(client):
    user = person("Redactie")
    assert password_step(client, user).headers["location"] == "/beheer/"
    page = client.get(SET_UP)
    html = page.content.decode()
    assert page.status_code == 200
    assert "<svg" in html
    assert "data:image" not in html
    secret = page.context["form"].secret
    done = client.post(SET_UP, {"code": code(secret)}, follow=True)
    assert done.redirect_chain[-1][0] == "/inloggen/stap-2/codes/"
    assert len(re.findall(r"<li><code>\d{8}</code></li>", done.content.decode())) == 10
    assert client.get("/beheer/").status_code == 200


def test_the_password_alone_no_longer_signs_in(client):
    user = person("Redactie")
    with_second_step(user)
    assert password_step(client, user).headers["location"] == "/inloggen/stap-2/"
    assert not is_signed_in(client)
    assert client.get("/beheer/").headers["location"].startswith("/inloggen/")


def test_the_code_completes_it(client):
    user = person("Redactie")
    secret = with_second_step(user)
    password_step(client, user)
    client.post("/inloggen/stap-2/", {"code": code(secret)})
    assert is_signed_in(client)


def test_a_recovery_code_completes_it_once(client):
    user = person("Redactie")
    with_second_step(user)
    codes = Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES)
    spare = codes.wrap().get_unused_codes()[0]
    for expected in (True, False):
        password_step(client, user)
        client.post("/inloggen/stap-2/", {"code": spare})
        assert is_signed_in(client) is expected
        client.logout()


def test_codes_cannot_be_guessed_one_after_another(client):
    user = person("Redactie")
    secret = with_second_step(user)
    password_step(client, user)
    for _attempt in range(5):
        response = client.post("/inloggen/stap-2/", {"code": "000000"})
        assert "code" in response.context["form"].errors
    assert client.post("/inloggen/stap-2/", {"code": code(secret)}).status_code == 429
    assert not is_signed_in(client)


@pytest.mark.usefixtures("required")
def test_who_needs_it_cannot_turn_it_off(client):
    user = person("Beheer")
    secret = with_second_step(user)
    password_step(client, user)
    client.post("/inloggen/stap-2/", {"code": code(secret)})
    client.post("/inloggen/stap-2/app/weg/")
    assert Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def test_who_does_not_need_it_can(client):
    user = person("Journalist")
    secret = with_second_step(user)
    password_step(client, user)
    client.post("/inloggen/stap-2/", {"code": code(secret)})
    client.post("/inloggen/stap-2/app/weg/")
    assert not Authenticator.objects.filter(user=user).exists()


def test_a_session_that_is_not_fresh_confirms_the_password_first(client):
    client.force_login(person("Journalist"))
    response = client.get(SET_UP)
    assert response.headers["location"].startswith("/inloggen/bevestigen/")
    back = client.post(response.headers["location"], {"password": PASSWORD})
    assert back.headers["location"] == SET_UP


def test_secrets_are_kept_encrypted_and_survive_a_new_key(settings):
    user = person()
    secret = with_second_step(user)
    kept = str(Authenticator.objects.values_list("data", flat=True).order_by("pk").first())
    assert secret not in kept
    locked = TwoStepAdapter().encrypt(secret)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert TwoStepAdapter().decrypt(locked) == secret


def test_who_lost_phone_and_codes_is_helped_by_the_server(client):
    user = person("Redactie")
    with_second_step(user)
    call_command("forget_phone", user.email.upper(), verbosity=0)
    password_step(client, user)
    assert is_signed_in(client)


@pytest.mark.parametrize("email", ["niemand@voorbeeld.example", "zonder@voorbeeld.example"])
def test_the_server_says_when_there_is_no_phone_to_forget(email):
    person(email="zonder@voorbeeld.example")
    with pytest.raises(CommandError, match=email):
        call_command("forget_phone", email)
