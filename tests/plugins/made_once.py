"""What takes long to make is made once for many tests, in a transaction around all of theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from django.db import transaction

MadeOnce = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="session")
def made_once(django_db_setup, django_db_blocker) -> MadeOnce:
    """Return a context: what is made in it stays as long as it lasts, and goes with it.

    For fixtures of a module or a package, which make something in it and yield. What a test
    changes is rolled back to what was made.
    """

    @contextmanager
    def context() -> Iterator[None]:
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)

    return context
