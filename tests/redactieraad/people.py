"""Accounts of each group, for tests of what they see and may do."""

from __future__ import annotations

from django.contrib.auth.models import Group

from accounts.models import User


def account(name: str, *groups: str) -> User:
    """Return a new account in these groups."""
    user = User.objects.create_user(f"{name}@voorbeeld.example", "x", first_name=name)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user
