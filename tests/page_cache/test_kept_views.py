"""Views that are no pages and are kept all the same: the register of publications."""

from __future__ import annotations

import pytest

from django.test import Client

from core.pagecache.registry import kept_views
from core.pagecache.touched import Touched
from magazine.tests import factories as magazine
from redactieraad.tests.factories import council, publish
from tests.page_cache.visits import is_kept

pytestmark = pytest.mark.django_db

ADDRESSES = ("/nl/register/", "/ar/register/")


@pytest.fixture
def story(page_cache, commit):
    """Return a published story, of which the register is kept."""
    with commit():
        made = publish(magazine.story(), council()[:3])
    for address in ADDRESSES:
        assert Client().get(address).status_code == 200
        assert is_kept(address)
    return made


def test_a_new_entry_forgets_the_register_in_every_language(story, commit):
    with commit():
        story.unpublish()
    assert not [address for address in ADDRESSES if is_kept(address)]


def test_each_part_of_the_list_is_forgotten(story, commit):
    Client().get("/nl/register/?pagina=1")
    assert is_kept("/nl/register/", "pagina=1")
    with commit():
        story.unpublish()
    assert not is_kept("/nl/register/", "pagina=1")


def test_moving_a_page_forgets_where_it_was(story, commit):
    with commit():
        story.move(magazine.edition(), pos="last-child")
    assert not is_kept(ADDRESSES[0])


def test_a_draft_forgets_nothing(story, commit):
    with commit():
        magazine.story("concept")
    assert is_kept(ADDRESSES[0])


def test_a_cdn_hears_of_the_register_too(story, settings, monkeypatch):
    settings.WAGTAILFRONTENDCACHE = {
        "cdn": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": "x"}
    }
    purged = set()
    monkeypatch.setattr(
        "core.pagecache.touched.PurgeBatch.purge", lambda self, **_: purged.update(self.urls)
    )
    touched = Touched()
    touched.add_everything()
    touched.forget()
    paths = {path for views in kept_views() for path in views.paths}
    assert set(ADDRESSES) <= paths
    assert all(any(url.endswith(path) for url in purged) for path in paths)
