"""People for tests."""

from __future__ import annotations

import itertools
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from django.contrib.auth.models import Group

from accounts.models import User

PASSWORD = "een-lang-genoeg-wachtwoord"
_numbers = itertools.count(1)


def person(*groups: str, **fields: Any) -> User:
    """Return a new user in these groups."""
    email = fields.pop("email", f"mens{next(_numbers)}@voorbeeld.example")
    user = User.objects.create_user(email, PASSWORD, **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def with_second_step(user: User) -> str:
    """Give the user a second step, and return the secret that its codes are made from."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret
