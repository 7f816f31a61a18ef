"""Each test starts as if it were the first, whatever the one before it asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from django.conf import settings
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """Speak the site's own language, and forget what a request switched to."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def _nothing_counted() -> None:
    """Forget how often earlier tests guessed, reported or tried to sign in."""
    cache.clear()
