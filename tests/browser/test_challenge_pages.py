"""What council members and the journalist see is for everybody too, and comes from us alone."""

from __future__ import annotations

import re

import pytest

from tests.browser.accessibility import violations_light_and_dark
from tests.browser.challenge_steps import take_step
from tests.browser.magazine_walk import sign_in
from tests.browser.test_html import errors_in
from tests.browser.test_keyboard import FOCUS
from tests.browser.test_page_weight import MOST_WITHOUT_PICTURES, words_of
from tests.browser.test_small_screens import DRAWINGS, NOTHING, STICKS_OUT, TWICE_AS_LARGE
from tests.plugins.browser import VIEWPORTS
from tests.wire import first_visit

# Who is in the middle of a week, and who answers still.
MEMBERS = ("Deniz Stoeptegel", "Otto Naaidoos")
SECTIONS = ("", "antwoord/", "week/", "logboek/", "stoppen/", "afsluiten/", "publicatie/")
LISTS = ("", "logboeken/", "contacten/", "verklaringen/", "wijzigingen/")
MOST_STOPS = 60


@pytest.fixture
def phone(new_context):
    return new_context("phone", trace=False, bypass_csp=True, locale="nl").new_page()


@pytest.fixture(scope="session")
def personal(demo_site):
    """Return the addresses of two members' pages, and of a certificate that is genuine."""
    given = take_step(demo_site, "open_personal_pages", "voorbeeldstad-tweede", *MEMBERS)
    *homes, certificate = given.split()
    pages = [f"{home}{section}" for home in homes for section in SECTIONS]
    corrections = [f"{homes[0]}{section}" for section in ("correctie/", "verklaring/")]
    return [*pages, *corrections, certificate]


@pytest.fixture
def desk(phone, demo_site):
    """Sign in as the journalist, and return the addresses of the desk."""
    sign_in(phone, demo_site, "journalist", "/journalist/")
    launched = "/journalist/voorbeeldstad-eerste/"
    phone.goto(f"{demo_site.base}{launched}")
    member = phone.get_attribute("main a[href*='/raadslid/']", "href")
    running = "/journalist/voorbeeldstad-tweede/"
    return ["/journalist/", *(f"{launched}{one}" for one in LISTS), member, running]


def faults_of(page, base, address):
    """Return what is the matter with a page: for whom it cannot be used, and who else is asked."""
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size(VIEWPORTS["phone"])
    answer = page.goto(f"{base}{address}")
    assert answer.status == 200, address
    found = violations_light_and_dark(page)
    page.set_viewport_size(VIEWPORTS["narrow"])
    found += page.evaluate(STICKS_OUT, NOTHING)
    page.set_viewport_size(VIEWPORTS["phone"])
    page.evaluate(TWICE_AS_LARGE)
    found += [f"twice as large: {out}" for out in page.evaluate(STICKS_OUT, DRAWINGS)]
    return found + [url for url in asked if not url.startswith((f"{base}/", "data:"))]


def keep(page, folder, address):
    """Keep what the server sent, for the checker of HTML."""
    name = re.sub(r"[^\w-]+", "_", address)
    (folder / f"{name}.html").write_bytes(page.request.get(address).body())


def look_at_all(page, base, addresses, folder):
    """Assert that there is nothing the matter with any of these pages."""
    found = {address: faults_of(page, base, address) for address in addresses}
    assert {address: faults for address, faults in found.items() if faults} == {}
    for address in addresses:
        keep(page, folder, f"{base}{address}")
    assert errors_in(folder) == {}


def test_a_members_own_pages_are_for_everybody(personal, phone, demo_site, tmp_path):
    look_at_all(phone, demo_site.base, personal, tmp_path)


def test_the_journalists_desk_is_for_everybody(desk, phone, demo_site, tmp_path):
    look_at_all(phone, demo_site.base, desk, tmp_path)


def test_the_presentation_is_valid_and_keeps_nobody_out(desk, phone, demo_site, tmp_path):
    """Its letters fill a hall, and grow with the screen: how they fit is tested with the slides."""
    address = f"{demo_site.base}{desk[-1]}presentatie/"
    phone.set_viewport_size(VIEWPORTS["laptop"])
    phone.goto(address)
    assert violations_light_and_dark(phone) == []
    keep(phone, tmp_path, address)
    assert errors_in(tmp_path) == {}


def test_a_members_pages_and_the_desk_are_light(personal, desk, phone, demo_site, new_context):
    heavy = {}
    for address in (personal[0], personal[3], personal[-1], desk[1], desk[-2]):
        context = new_context(trace=False)
        context.add_cookies(phone.context.cookies())
        sizes, _asked = first_visit(context, f"{demo_site.base}{address}")
        if words_of(sizes) > MOST_WITHOUT_PICTURES:
            heavy[address] = dict(sizes)
    assert heavy == {}


def test_a_member_writes_by_keyboard_and_sees_where(personal, phone, demo_site):
    phone.goto(f"{demo_site.base}{personal[3]}")
    phone.locator("main [name=amount]").focus()
    names = []
    for _press in range(MOST_STOPS):
        stop = phone.evaluate(FOCUS)
        assert stop["stands_out"], stop
        assert not stop["hidden"], stop
        names.append(phone.evaluate("document.activeElement.name || document.activeElement.type"))
        if names[-1] == "submit":
            break
        phone.keyboard.press("Tab")
    assert {"amount", "spending", "words", "audience", "submit"} <= set(names)
