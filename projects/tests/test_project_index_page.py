"""The page of projects shows the programme's lines, each leading to its own page."""

import pytest

from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.pagecache.registry import showings_of
from projects.models import ProgrammeLine
from projects.tests.factories import in_language, make_line, project_index_page
from tests.factories import info_page, translated

pytestmark = pytest.mark.django_db


def test_each_live_line_is_a_card_that_leads_to_its_page(client):
    index = project_index_page()
    about = info_page(index.get_parent(), "Uit de schulden", "uit-de-schulden")
    make_line("uit-de-schulden", name="Uit de schulden", page=about)
    make_line("passend-werk", name="Passend werk", live=False)
    html = client.get(index.url).content.decode()
    assert f'href="{about.url}"' in html
    assert "line--uit-de-schulden" in html
    assert "Passend werk" not in html


def test_a_line_without_a_live_page_is_a_card_without_a_link(client):
    index = project_index_page()
    draft = info_page(index.get_parent(), "Nog niet", "nog-niet")
    draft.unpublish()
    make_line(name="Warme stad", page=draft)
    html = client.get(index.url).content.decode()
    assert "Warme stad" in html
    assert "nog-niet" not in html


def test_a_line_leads_to_its_page_in_the_readers_language(client):
    index = project_index_page("en")
    about = info_page(project_index_page().get_parent(), "Schulden", "schulden")
    english = translated(about, "en", title="Debt")
    in_language(make_line(name="Uit de schulden", page=about), "en", name="Out of debt")
    html = client.get(index.url).content.decode()
    assert "Out of debt" in html
    assert f'href="{english.url}"' in html


def test_four_lines_cost_the_same_queries_as_one(client):
    index = project_index_page()

    def queries():
        client.get(index.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(index.url)
        return len(captured)

    make_line("warme-stad", page=info_page(index.get_parent(), "Een", "een"))
    one = queries()
    for key in ("jij-doet-ertoe", "uit-de-schulden", "passend-werk"):
        make_line(key, page=info_page(index.get_parent(), key, key))
    assert queries() == one


def test_the_page_cache_knows_that_a_line_changes_the_page_of_projects():
    page = project_index_page()
    pages = [shown for pages in showings_of(make_line()) for shown in pages]
    assert page in [shown.specific for shown in pages]


def test_a_line_outlives_its_page():
    index = project_index_page()
    about = info_page(index.get_parent(), "Schulden", "schulden")
    line = make_line(page=about)
    about.delete()
    assert ProgrammeLine.objects.get(pk=line.pk).page is None
