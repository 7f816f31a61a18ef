"""Signing in, and a new password: easy for who belongs, slow for who guesses."""

import re

import pytest
from allauth.account.models import EmailAddress

from django.core import mail
from django.urls import reverse

from accounts.models import User
from accounts.tests.factories import PASSWORD, person

pytestmark = pytest.mark.django_db

WRONG = "dit-is-het-niet"


def sign_in(client, email, password=PASSWORD, **extra):
    return client.post("/inloggen/", {"login": email, "password": password} | extra)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_an_editor_arrives_at_the_desk(client):
    response = sign_in(client, person("Redactie").email)
    assert response.headers["location"] == "/beheer/"
    assert is_signed_in(client)


def test_who_has_no_desk_arrives_at_their_account(client):
    response = sign_in(client, person().email)
    assert response.headers["location"] == "/inloggen/account/"
    assert client.get("/inloggen/account/").status_code == 200


def test_capitals_in_the_address_do_not_matter(client):
    person(email="anna@voorbeeld.example")
    sign_in(client, "Anna@Voorbeeld.Example")
    assert is_signed_in(client)


def test_who_was_on_the_way_to_a_page_arrives_there(client):
    person("Redactie", email="a@voorbeeld.example")
    response = sign_in(client, "a@voorbeeld.example", next="/beheer/images/")
    assert response.headers["location"] == "/beheer/images/"


def test_nobody_is_sent_on_to_another_site(client):
    person("Redactie", email="a@voorbeeld.example")
    response = sign_in(client, "a@voorbeeld.example", next="https://evil.example/")
    assert response.headers["location"] == "/beheer/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client):
    known = person()
    answers = []
    for email in (known.email, "niemand@voorbeeld.example"):
        html = sign_in(client, email, WRONG).content.decode()
        html = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)
        answers.append(html.replace(email, "ADDRESS"))
    assert answers[0] == answers[1]
    assert "error-summary" in answers[0]


def test_a_closed_account_cannot_sign_in(client):
    user = person(is_active=False)
    sign_in(client, user.email)
    assert not is_signed_in(client)


def test_after_five_wrong_passwords_even_the_right_one_has_to_wait(client):
    user = person()
    for _attempt in range(5):
        assert sign_in(client, user.email, WRONG).status_code == 200
    response = sign_in(client, user.email)
    assert response.status_code == 429
    errors = response.context["form"].errors.as_data()["__all__"]
    assert [error.code for error in errors] == ["too_many_login_attempts"]
    assert not is_signed_in(client)


def test_an_unknown_address_has_to_wait_just_the_same(client):
    for _attempt in range(5):
        sign_in(client, "niemand@voorbeeld.example", WRONG)
    assert sign_in(client, "niemand@voorbeeld.example", WRONG).status_code == 429


def test_one_machine_cannot_try_many_addresses(client):
    statuses = [
        sign_in(client, f"nummer{number}@voorbeeld.example", WRONG).status_code
        for number in range(35)
    ]
    assert statuses[-1] == 429
    assert statuses[0] == 200


def test_a_proxy_that_we_do_not_know_cannot_hide_a_machine(client):
    statuses = [
        client.post(
            "/inloggen/",
            {"login": f"nummer{number}@voorbeeld.example", "password": WRONG},
            headers={"x-forwarded-for": f"10.0.0.{number}"},
        ).status_code
        for number in range(35)
    ]
    assert statuses[-1] == 429


def test_signing_out_takes_a_click_and_leaves_no_session(client):
    client.force_login(person())
    assert client.get("/inloggen/uit/").status_code == 200
    assert is_signed_in(client)
    response = client.post("/inloggen/uit/", follow=True)
    assert not is_signed_in(client)
    assert 'role="status"' in response.content.decode()


@pytest.mark.parametrize(
    ("address", "goal"),
    [
        ("/beheer/", "/inloggen/?next=/beheer/"),
        ("/beheer/login/?next=/beheer/images/", "/inloggen/?next=%2Fbeheer%2Fimages%2F"),
        ("/beheer/login/", "/inloggen/"),
        ("/nl/_util/login/", "/inloggen/"),
        ("/beheer/password_reset/", "/inloggen/wachtwoord/vergeten/"),
        ("/beheer/password_reset/confirm/MQ/abc-123/", "/inloggen/wachtwoord/vergeten/"),
    ],
)
def test_every_other_door_leads_to_this_one(client, address, goal):
    assert client.get(address).headers["location"] == goal
    assert client.post(address).headers["location"] == goal


@pytest.mark.parametrize(
    "address",
    ["signup/", "email/", "confirm-email/", "login/", "login/code/", "password/set/", "social/"],
)
def test_the_pages_that_we_do_not_use_are_not_there(client, address):
    assert client.get(f"/inloggen/{address}", follow=True).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "account_home",
        "account_change_password",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "mfa_deactivate_totp",
    ],
)
def test_a_persons_own_pages_ask_to_sign_in_first(client, name):
    assert client.get(reverse(name)).headers["location"].startswith("/inloggen/")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_page_speaks_the_browsers_language(client, language):
    html = client.get("/inloggen/", headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}"' in html


def link_in_mail():
    return re.search(r"https?://testserver(\S+)", mail.outbox[-1].body)[1]


def ask_for_password(client, email):
    return client.post("/inloggen/wachtwoord/vergeten/", {"email": email})


def test_a_forgotten_password_is_replaced_by_way_of_the_mailbox(client):
    user = person()
    ask_for_password(client, user.email)
    assert mail.outbox[-1].to == [user.email]
    form = client.get(link_in_mail(), follow=True)
    new = "twee warme broodjes"
    done = client.post(
        form.redirect_chain[-1][0], {"password1": new, "password2": new}, follow=True
    )
    assert done.status_code == 200
    assert not is_signed_in(client)
    sign_in(client, user.email, new)
    assert is_signed_in(client)
    assert not EmailAddress.objects.exists()


def test_a_new_colleague_without_a_password_gets_one_the_same_way(client):
    user = person()
    User.objects.filter(pk=user.pk).update(password="")
    ask_for_password(client, user.email)
    assert client.get(link_in_mail(), follow=True).status_code == 200


def test_known_and_unknown_addresses_get_the_same_answer_and_each_a_mail(client):
    known = ask_for_password(client, person().email)
    unknown = ask_for_password(client, "niemand@voorbeeld.example")
    assert known.headers["location"] == unknown.headers["location"]
    assert known.status_code == unknown.status_code == 302
    assert [message.to for message in mail.outbox][-1] == ["niemand@voorbeeld.example"]
    assert len(mail.outbox) == 2


def test_a_link_works_once_and_tells_so_after_that(client):
    user = person()
    ask_for_password(client, user.email)
    link = link_in_mail()
    user.set_password("iets heel anders")
    user.save()
    response = client.get(link)
    assert response.status_code == 200
    assert response.context["token_fail"]


def test_a_link_dies_with_the_address_that_it_was_sent_to(client):
    user = person()
    ask_for_password(client, user.email)
    link = link_in_mail()
    user.email = "nieuw@voorbeeld.example"
    user.save()
    assert client.get(link).context["token_fail"]


def test_nobody_is_flooded_with_mail(client):
    user = person()
    statuses = [ask_for_password(client, user.email).status_code for _attempt in range(4)]
    assert statuses == [302, 302, 302, 429]
    assert len(mail.outbox) == 3


def test_a_weak_password_is_refused_at_its_field(client):
    user = person()
    client.force_login(user)
    response = client.post(
        "/inloggen/wachtwoord/",
        {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"},
    )
    assert "password1" in response.context["form"].errors


def test_changing_the_password_is_told_on_the_page_and_by_mail(client):
    user = person()
    client.force_login(user)
    new = "twee warme broodjes"
    response = client.post(
        "/inloggen/wachtwoord/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
        follow=True,
    )
    assert response.redirect_chain[-1][0] == "/inloggen/account/"
    assert 'role="status"' in response.content.decode()
    assert mail.outbox[-1].to == [user.email]
    assert is_signed_in(client)


def test_passwords_are_kept_with_argon2_at_a_cost_that_a_small_server_bears(settings):
    settings.PASSWORD_HASHERS = ["accounts.hashers.SmallArgon2PasswordHasher"]
    user = person()
    assert user.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert user.check_password(PASSWORD)
