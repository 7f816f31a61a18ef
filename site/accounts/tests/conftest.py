"""Fixtures for the tests of accounts."""

import pytest

from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_attempts_yet():
    """Forget how often earlier tests tried to sign in."""
    cache.clear()
