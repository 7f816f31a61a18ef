"""`--only-database` leaves out what asks no database: it is the same whichever one there is."""

from __future__ import annotations

import pytest

# The fixtures of pytest-django that open the database.
FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "django_db_setup"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the option."""
    parser.addoption(
        "--only-database",
        action="store_true",
        help="run only the tests that ask the database",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what asks none."""
    if not config.getoption("only_database"):
        return
    others = [item for item in items if not _asks_the_database(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if _asks_the_database(item)]


def _asks_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & FIXTURES)
