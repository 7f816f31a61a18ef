"""What people of the magazine click, as the tests walk their ways."""

from __future__ import annotations

import sqlite3
import urllib.error
import urllib.request
from contextlib import closing
from email.message import Message
from typing import Any

from playwright.sync_api import Page

from tests.plugins.demo_site import DemoSite

MOMENT = 20_000
PASSWORD = "warm-demo"


def sign_in(page: Page, demo: DemoSite, name: str, to: str) -> None:
    """Sign in as one of the demo's accounts and go somewhere."""
    page.goto(f"{demo.base}/inloggen/?next={to}")
    page.locator("input[name=login]").fill(f"{name}@voorbeeld.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(f"{demo.base}{to}**")


def read(demo: DemoSite, address: str) -> tuple[int, str, Message]:
    """Return the status, the text and the headers that an anonymous reader gets."""
    try:
        with urllib.request.urlopen(f"{demo.base}{address}") as answer:  # noqa: S310
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers


def status_of(demo: DemoSite, address: str, **headers: str) -> int:
    """Return the status of an address."""
    request = urllib.request.Request(f"{demo.base}{address}", headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def magazine_id(demo: DemoSite) -> int:
    """Return the number of the Dutch magazine's page."""
    with closing(sqlite3.connect(demo.database)) as connection:
        found = connection.execute(
            "SELECT page.id FROM magazine_magazineindexpage AS own"
            " JOIN wagtailcore_page AS page ON page.id = own.page_ptr_id"
            " JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id"
            " WHERE locale.language_code = 'nl'"
        )
        return found.fetchone()[0]


def start(editor: Page, demo: DemoSite, kind: str, **fields: str) -> None:
    """Fill the form of a new story or portrait."""
    editor.goto(f"{demo.base}/beheer/pages/add/magazine/{kind}/{magazine_id(demo)}/")
    for name, value in fields.items():
        editor.locator(f"[name={name}]").fill(value)


def submit(editor: Page) -> None:
    """Submit what is in the editor to the redactieraad."""
    editor.locator("footer [data-w-dropdown-target=toggle]").last.click()
    editor.locator("button[name=action-submit]").click()
    editor.locator(".messages .success").first.wait_for(timeout=MOMENT)


def approve(member: Page, demo: DemoSite, title: str) -> None:
    """Read a text from the desk and approve it."""
    member.goto(f"{demo.base}/redactieraad/")
    member.get_by_role("link", name=title, exact=True).first.click()
    assert member.locator("h1", has_text=title).count() == 1
    member.locator("form[action$='/goed/'] button").click()
    member.wait_for_url("**/bedankt/")


def waits(member: Page, demo: DemoSite, title: str) -> Any:
    """Return the card of a text on the desk."""
    member.goto(f"{demo.base}/redactieraad/")
    return member.locator("li, article").filter(has=member.get_by_role("link", name=title))
