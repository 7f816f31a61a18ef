"""Who is there in most tests of the redactieraad's rule."""

from __future__ import annotations

import pytest

from django.test import Client

from accounts.models import User
from redactieraad.tests.factories import council
from tests.redactieraad.admin import browser_of, somebody


@pytest.fixture
def members() -> list[User]:
    """Return a whole council, experts first."""
    return council()


@pytest.fixture
def translator() -> User:
    """Return somebody who may translate and nothing more."""
    return somebody("Vertalers")


@pytest.fixture
def browser(translator: User) -> Client:
    """Return a browser in which that translator is signed in."""
    return browser_of(translator)
