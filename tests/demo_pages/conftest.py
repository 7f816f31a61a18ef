"""The demo content in the test database, loaded once for all tests of this folder.

It lies in a transaction around theirs, which is rolled back when the last of them is
done, so that no other test meets it. They share one process (`xdist_group`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wagtail.models import Page

from languages.registry import LANGUAGES
from tests.further import addresses_of

OK = 200
# The languages in which the demo has all of its pages.
COMPLETE = ("nl", "nl-simple", "en", "ar")


@dataclass(frozen=True)
class Visit:
    """What a reader got who asked for a page that no cache held.

    Attributes:
        url: the address asked for.
        status: the answer's status code.
        html: the page.
        cookies: the names of the cookies that came with it.
        queries: what the database was asked.

    """

    url: str
    status: int
    html: str
    cookies: tuple[str, ...]
    queries: tuple[str, ...]


def forget() -> None:
    """Empty every cache, as if the process had just started."""
    for name in caches.settings:
        caches[name].clear()


@pytest.fixture(scope="package")
def demo_content(made_once) -> Iterator[None]:
    """Load the demo content, and take it out again."""
    with made_once():
        forget()
        call_command("demo_content", verbosity=0)
        yield
    forget()
    ContentType.objects.clear_cache()


@pytest.fixture(scope="package")
def visits(demo_content) -> dict[str, list[Visit]]:
    """Visit every live, public page and return what came of it, by language.

    Each page is asked for twice: the first time makes its pictures, the second is what
    counts, with every cache empty. Done before any test's own transaction begins, so that
    the pictures are made once and not for each test.
    """
    return {
        language.code: [ask_for(url) for url in _urls_in(language.code)] for language in LANGUAGES
    }


@pytest.fixture(scope="package")
def leads_to_a_page(visits) -> Callable[[str], bool]:
    """Return whether an address leads to a page; each is asked for once for all tests."""
    found = {visit.url: visit.status == OK for some in visits.values() for visit in some}

    def leads(url: str) -> bool:
        if url not in found:
            found[url] = Client().get(url, follow=True).status_code == OK
        return found[url]

    return leads


def _urls_in(language: str) -> list[str]:
    """Return the addresses of every live, public page in a language."""
    pages = Page.objects.live().public().filter(locale__language_code=language, depth__gt=1)
    return [url for page in pages.order_by("path") for url in addresses_of(page)]


def ask_for(url: str) -> Visit:
    """Ask for a page as a reader whom the site does not know."""
    Client().get(url)
    forget()
    with CaptureQueriesContext(connection) as asked:
        answer = Client().get(url)
        content = b"".join(answer) if answer.streaming else answer.content
    return Visit(
        url,
        answer.status_code,
        content.decode(),
        tuple(answer.cookies),
        tuple(query["sql"] for query in asked.captured_queries),
    )
