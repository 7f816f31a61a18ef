"""What is locked opens with the right key only, in the database as well as on disk."""

from __future__ import annotations

import base64
import hashlib

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from django.core.files.base import ContentFile

from core.storages import LockedStorage, private_storage
from core.vault import SealedError, Vault


@given(st.binary(max_size=200))
def test_what_was_locked_comes_back(content):
    assert Vault("a").unlock(Vault("a").lock(content)) == content


def test_what_is_locked_cannot_be_read():
    assert b"Samira" not in Vault("a").lock(b"Samira")


def test_another_purpose_has_another_key():
    with pytest.raises(SealedError):
        Vault("b").unlock(Vault("a").lock(b"secret"))


def test_what_was_changed_does_not_open():
    locked = Vault("a").lock_text("secret")
    with pytest.raises(SealedError):
        Vault("a").unlock_text(locked[:-4] + "AAA=")


def test_an_earlier_key_still_opens(settings):
    locked = Vault("a").lock_text("secret")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert Vault("a").unlock_text(locked) == "secret"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(SealedError):
        Vault("a").unlock_text(locked)


def test_secrets_of_two_step_sign_in_from_before_the_vault_still_open(settings):
    key = hashlib.sha256(b"two-step:" + settings.SECRET_KEY.encode()).digest()
    locked = Fernet(base64.urlsafe_b64encode(key)).encrypt(b"JBSWY3DP").decode()
    assert Vault("two-step").unlock_text(locked) == "JBSWY3DP"


def test_a_locked_file_is_unreadable_where_it_lies():
    storage = LockedStorage("test")
    name = storage.save("scan.pdf", ContentFile(b"%PDF- signed by Samira"))
    with private_storage().open(name) as file:
        assert b"Samira" not in file.read()
    with storage.open(name) as file:
        assert file.read() == b"%PDF- signed by Samira"
    storage.delete(name)
    assert not storage.exists(name)


def test_a_text_is_found_by_its_mark_also_after_a_change_of_key(settings):
    mark = Vault("a").mark("sam@voorbeeld.example")
    assert mark == Vault("a").mark("sam@voorbeeld.example") != Vault("b").mark(mark)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert mark in Vault("a").marks("sam@voorbeeld.example")
