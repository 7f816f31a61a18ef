"""Every page of the demo is whole, light on the database, and leaves nothing with its reader."""

import re
from collections import Counter, defaultdict

import pytest

from languages.registry import LANGUAGES
from tests.demo_pages.conftest import COMPLETE, ask_for
from tests.guards.pages import links_of, page_faults, title_of

MOST_QUERIES = 12
FEWEST_PAGES = 10

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("demo content"),
]
in_each_language = pytest.mark.parametrize("language", [language.code for language in LANGUAGES])


@pytest.mark.parametrize("language", COMPLETE)
def test_the_demo_is_complete_in_the_language(language, visits):
    assert len(visits[language]) >= FEWEST_PAGES


@in_each_language
def test_every_page_is_whole(language, visits):
    faults = [
        f"{visit.url}: {fault}"
        for visit in visits[language]
        for fault in (
            page_faults(visit.html, url=visit.url, language=language, host="testserver")
            if visit.status == 200
            else [f"status {visit.status}"]
        )
    ]
    assert not faults, "\n".join(faults)


@in_each_language
def test_every_page_has_a_title_of_its_own(language, visits):
    pages = defaultdict(list)
    for visit in visits[language]:
        pages[title_of(visit.html)].append(visit.url)
    assert [urls for urls in pages.values() if len(urls) > 1] == []


@in_each_language
def test_no_page_asks_the_database_more_than_it_may(language, visits):
    assert greedy(visits[language]) == []


@pytest.mark.usefixtures("visits")
def test_no_open_data_ask_the_database_more_than_they_may():
    listed = ask_for("/data/")
    files = [ask_for(link) for link in links_of(listed.html) if link.startswith("/data/")]
    assert {file.status for file in files} == {200}
    assert greedy([listed, *files]) == []


def greedy(visits):
    """Return which visits asked too much, and of which tables."""
    return [
        f"{visit.url}: {len(visit.queries)} queries, of {tables(visit.queries)}"
        for visit in visits
        if len(visit.queries) > MOST_QUERIES
    ]


def tables(queries):
    """Return which tables were asked, and how often each."""
    asked = Counter()
    for query in queries:
        match = re.search(r'(?:FROM|INTO|UPDATE) "(\w+)"', query)
        asked[match[1] if match else query[:40]] += 1
    return ", ".join(f"{table} ({times})" for table, times in asked.most_common())


@in_each_language
def test_no_page_leaves_a_cookie_with_its_reader(language, visits):
    assert [visit.url for visit in visits[language] if visit.cookies] == []


@in_each_language
def test_every_link_leads_to_a_page(language, visits, leads_to_a_page):
    on_pages = defaultdict(set)
    for visit in visits[language]:
        for link in links_of(visit.html):
            on_pages[link].add(visit.url)
    dead = {
        link: sorted(pages)
        for link, pages in on_pages.items()
        if not link.startswith("/media/") and not leads_to_a_page(link)
    }
    assert dead == {}
