"""Somebody of the team, at work in the admin."""

import pytest

from django.test import Client

from accounts.models import User
from accounts.tests.factories import person


@pytest.fixture
def user(db) -> User:
    """Return somebody of the team."""
    return person("Programmateam")


@pytest.fixture
def team(client, user) -> Client:
    """Return a browser in which they are signed in."""
    client.force_login(user)
    return client
