"""The demo's accounts: one for each kind of person, made once, and never in production."""

import pytest

from django.core.management.base import CommandError

from accounts import demo
from accounts.groups import GROUPS
from accounts.models import User

pytestmark = pytest.mark.django_db


def test_every_account_that_the_readme_names_can_sign_in(client):
    for account in demo.load():
        assert client.login(email=account.email, password=demo.PASSWORD)
    names = {account.name for account in demo.ACCOUNTS}
    assert names == {
        *("beheer", "redacteur", "vertaler", "programma", "journalist", "partner1", "partner2"),
        *(f"raad{number}" for number in range(1, 6)),
    }


def test_every_group_has_somebody_and_nobody_is_an_administrator():
    demo.load()
    assert {account.group for account in demo.ACCOUNTS} == set(GROUPS)
    assert not User.objects.filter(is_superuser=True).exists()


def test_loading_again_changes_nothing_that_somebody_changed():
    demo.load()
    User.objects.filter(email="beheer@voorbeeld.example").update(first_name="Anders")
    demo.load()
    assert User.objects.count() == len(demo.ACCOUNTS)
    assert User.objects.get(email="beheer@voorbeeld.example").first_name == "Anders"


def test_settings_that_do_not_allow_it_get_no_account(settings):
    settings.ALLOW_DEMO_ACCOUNTS = False
    with pytest.raises(CommandError, match="allow no demo accounts"):
        demo.load()
    assert not User.objects.exists()
