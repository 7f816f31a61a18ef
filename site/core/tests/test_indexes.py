"""What every page asks of Wagtail's tables is found by an index, on any database."""

import pytest

from django.core.management import call_command
from django.db import connection

pytestmark = pytest.mark.django_db


def columns():
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "wagtailcore_page")
    return found.get("core_page_sections", {}).get("columns")


def test_sections_have_an_index_after_every_migration():
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX IF EXISTS core_page_sections")
    assert columns() is None
    call_command("migrate", verbosity=0)
    assert columns() == ["depth", "show_in_menus"]
    # Once more changes nothing.
    call_command("migrate", verbosity=0)
