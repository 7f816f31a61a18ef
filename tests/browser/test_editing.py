"""What an editor publishes is live at once, for readers whom the page cache serves too."""

import sqlite3
import urllib.request
from contextlib import closing

import pytest

MOMENT = 20_000
ADDRESS = "/nl/over-ons/visie/"


@pytest.fixture
def page_id(demo_site):
    with closing(sqlite3.connect(demo_site.database)) as connection:
        rows = connection.execute("SELECT id FROM wagtailcore_page WHERE url_path LIKE '%/visie/'")
        return min(row[0] for row in rows)


def read(demo_site):
    """Return the page as a reader gets it."""
    url = f"{demo_site.base}{ADDRESS}"
    with urllib.request.urlopen(url) as answer:  # noqa: S310  our own server
        return answer.read().decode()


def publish(editor, demo_site, page_id, text):
    """Change the introduction in the editor and publish, by what an editor clicks."""
    editor.goto(f"{demo_site.base}/beheer/pages/{page_id}/edit/")
    editor.locator("textarea[name=intro]").fill(text)
    editor.locator("footer [data-w-dropdown-target=toggle]").last.click()
    editor.locator("button[name=action-publish]").click()
    editor.locator(".messages .success").wait_for(timeout=MOMENT)


@pytest.mark.xdist_group("editing")
def test_an_edited_text_is_live_at_once(demo_site, editor_context, page_id):
    editor = editor_context().new_page()
    editor.goto(f"{demo_site.base}/beheer/pages/{page_id}/edit/")
    before = editor.locator("textarea[name=intro]").input_value()
    assert before
    changed = f"{before} En dat blijft zo."
    assert changed not in read(demo_site)
    try:
        publish(editor, demo_site, page_id, changed)
        assert "En dat blijft zo." in read(demo_site)
    finally:
        publish(editor, demo_site, page_id, before)
    assert "En dat blijft zo." not in read(demo_site)
