"""A CDN in front of the site hears of the same changes as our own cache."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest

from wagtail.contrib.frontend_cache.backends import BaseBackend

from tests.factories import info_page
from tests.page_cache.tree import publish

ROOT = "http://localhost"


class RecordingBackend(BaseBackend):
    """A CDN that only notes what it is asked to purge."""

    purged: list[str] = []

    def purge_batch(self, urls):
        self.purged.extend(urls)


@pytest.fixture
def cdn(settings):
    settings.WAGTAILFRONTENDCACHE = {"cdn": {"BACKEND": f"{__name__}.RecordingBackend"}}
    RecordingBackend.purged.clear()
    return RecordingBackend.purged


def paths(purged: list[str]) -> set[str]:
    assert all(url.startswith(f"{ROOT}/") for url in purged)
    return {unquote(urlsplit(url).path) for url in purged}


def test_the_cdn_gets_the_addresses_that_we_forget(tree, commit, cdn):
    with commit():
        publish(tree.fresh("page"), title="Aanpak", slug="aanpak")
    forgotten = {tree.urls[name] for name in tree.forgotten()}
    assert forgotten
    # And the new ones, which may have been 'not found' until now.
    below = "/nl/over-ons/aanpak/stap-voor-stap/"
    # Wagtail itself purges where it makes redirects, without the slash at the end.
    pages = {path for path in paths(cdn) if path.endswith("/")}
    assert pages == forgotten | {"/nl/over-ons/aanpak/", below}


def test_the_cdn_forgets_former_addresses(tree, commit, cdn):
    with commit():
        tree.fresh("page").delete()
    assert {tree.urls["page"], tree.urls["below"]} <= paths(cdn)


def test_the_cdn_gets_every_page_when_the_menu_changes(tree, commit, cdn):
    with commit():
        publish(tree.fresh("other"), title="Doe mee")
    assert set(tree.urls.values()) <= paths(cdn)


def test_an_address_is_purged_in_its_own_language_only(tree, commit, cdn):
    with commit():
        info_page(tree.fresh("page"), "Nieuw", "nieuw")
    assert {path[:4] for path in paths(cdn)} == {"/nl/"}


def test_a_draft_purges_nothing(tree, commit, cdn):
    page = tree.fresh("page")
    with commit():
        page.title = "Voorstel"
        page.save_revision()
    assert cdn == []
