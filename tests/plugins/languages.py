"""Each test starts in the site's own language, whatever the one before it asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from django.conf import settings
from django.utils import translation


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """Speak the site's own language, and forget what a request switched to."""
    with translation.override(settings.LANGUAGE_CODE):
        yield
