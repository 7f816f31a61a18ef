"""The way of somebody who looks for a warm place: on a phone, with and without scripts."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.browser.magazine_walk import read

DIRECTORY = "/nl/warmtebronnen/"
LINKS = ".place-row__link"
OPEN = ".place-row__standing--open"
# With a postcode the list is made anew each time, and never kept.
NEAR = "?postcode=3011"


@pytest.fixture
def plain(new_context, demo_site):
    """Return a phone without scripts, at the directory."""
    page = new_context("phone", trace=False, java_script_enabled=False).new_page()
    page.goto(f"{demo_site.base}{DIRECTORY}")
    return page


@pytest.fixture
def phone(new_context, demo_site):
    """Return a phone with scripts that may tell where it is, at the directory."""
    context = new_context("phone", trace=False)
    context.grant_permissions(["geolocation"], origin=demo_site.base)
    context.set_geolocation({"latitude": 51.9212345, "longitude": 4.4712345})
    page = context.new_page()
    page.goto(f"{demo_site.base}{DIRECTORY}")
    return page


def number_of(page):
    """Return how many places the heading says that there are."""
    return int(re.match(r"\d+", page.inner_text("#plekken").strip())[0])


def open_on(demo, query, *, all_are=False):
    """Return the addresses of the places on all pages of a list that it says are open."""
    found, more, page = set(), True, 1
    while more:
        html = BeautifulSoup(read(demo, f"{DIRECTORY}{query}&pagina={page}")[1], "html.parser")
        for row in html.select(".place-row"):
            assert row.select(OPEN) or not all_are
            if row.select(OPEN):
                found.add(row.select_one(LINKS)["href"])
        more, page = html.select(".pagination [rel=next]"), page + 1
    return found


def test_without_scripts_a_place_is_found_looked_at_and_reported_on(plain, demo_site):
    everything = number_of(plain)
    option = plain.locator("[name=wat] option[value=meal]").inner_text()
    plain.select_option("[name=wat]", "meal")
    plain.click(".find button[type=submit]")
    assert f"({number_of(plain)})" in option
    assert 0 < number_of(plain) < everything

    plain.locator("summary.find__fold").click()
    plain.select_option("[name=open]", "di")
    plain.fill("[name=postcode]", "3011 AB")
    plain.click(".find button[type=submit]")
    assert plain.input_value("[name=postcode]") == "3011 AB"
    assert plain.locator(".place-row__where strong").count() > 1

    plain.fill("[name=postcode]", "1012")
    plain.click(".find button[type=submit]")
    assert plain.get_attribute("[name=postcode]", "aria-invalid") == "true"

    plain.goto(f"{demo_site.base}{DIRECTORY}")
    assert plain.locator(".places-map a").get_attribute("href") == "#plekken"
    plain.locator(LINKS).first.click()
    assert plain.locator(".place-facts").count() == 1
    exit_link = plain.locator("[data-quick-exit]")
    assert exit_link.get_attribute("rel") == "noreferrer"
    assert exit_link.get_attribute("href").startswith("https://")
    plain.locator("summary.report__fold").click()
    plain.click(".report button[type=submit]")
    assert plain.url.endswith("/bedankt/")
    assert plain.context.cookies() == []


def test_what_is_open_now_is_what_the_list_and_each_page_say_is_open(plain, demo_site):
    plain.locator("summary.find__fold").click()
    offered = plain.locator("[name=open] option[value=nu]").inner_text()
    plain.select_option("[name=open]", "nu")
    plain.click(".find button[type=submit]")
    assert re.search(r"\d+", offered)
    assert number_of(plain) > 0
    assert plain.locator(LINKS).count() == plain.locator(OPEN).count()
    plain.locator(LINKS).first.click()
    assert plain.locator(".place__standing").get_attribute("class").endswith("--open")

    # The doors of the city open and close meanwhile: what is compared is one moment.
    before = after = None
    while before is None or before != after:
        before = open_on(demo_site, NEAR)
        chosen = open_on(demo_site, f"{NEAR}&open=nu", all_are=True)
        after = open_on(demo_site, NEAR)
    assert chosen == before


def test_the_map_comes_when_asked_for_and_each_marker_is_in_the_list(phone):
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.reload(wait_until="networkidle")
    assert not [url for url in asked if "leaflet" in url or "plekken.json" in url]
    phone.click(".places-map a")
    markers = phone.locator(".places-map__marker")
    markers.first.wait_for()
    names = {marker.get_attribute("aria-label") for marker in markers.all()}
    listed = set(phone.locator(LINKS).all_inner_texts())
    while phone.locator(".pagination [rel=next]").count():
        phone.click(".pagination [rel=next]")
        listed |= set(phone.locator(LINKS).all_inner_texts())
    assert names
    assert names <= listed


def test_a_marker_opens_by_keyboard(phone):
    phone.click(".places-map a")
    marker = phone.locator(".places-map__marker").first
    marker.wait_for()
    marker.focus()
    phone.keyboard.press("Enter")
    phone.locator(".leaflet-popup-content a").wait_for()


def test_where_the_phone_is_goes_along_only_with_the_form_and_coarsely(phone):
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.click("[data-near] button")
    phone.locator("[name=lat]").wait_for(state="attached")
    assert not [url for url in asked if "51.92" in url]
    phone.click(".find button[type=submit]")
    assert "lat=51.921&lon=4.471" in phone.url
    assert phone.locator(".place-row__where strong").count() > 1


def test_a_phone_that_does_not_tell_where_it_is_is_answered_in_words(new_context, demo_site):
    page = new_context("phone", trace=False).new_page()
    page.goto(f"{demo_site.base}{DIRECTORY}")
    page.click("[data-near] button")
    denied = page.get_attribute("[data-near]", "data-denied")
    page.locator("[data-near] [role=status]", has_text=denied).wait_for()


def test_a_list_of_ones_own_is_read_offline_and_gone_after_leaving_quickly(phone, demo_site):
    phone.locator(LINKS).first.click()
    name = phone.inner_text("h1 bdi")
    place = phone.url
    phone.evaluate("navigator.serviceWorker.ready")
    # The worker keeps what is asked for from now on.
    phone.reload(wait_until="networkidle")
    phone.click("[data-keep]")
    phone.goto(f"{demo_site.base}{DIRECTORY}mijn-lijst/", wait_until="networkidle")
    assert phone.locator(".my-place").count() == 1
    phone.context.set_offline(True)
    phone.reload()
    assert name in phone.inner_text(".my-place")
    phone.goto(place)
    assert phone.inner_text("h1 bdi") == name
    phone.context.set_offline(False)

    phone.reload()
    phone.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    for _time in range(3):
        phone.keyboard.press("Escape")
    phone.wait_for_url("https://**")
    phone.goto(f"{demo_site.base}/nl/register/")
    kept = phone.evaluate(
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name)"
        ".then((cache) => cache.keys()))).then((all) => all.flat().map((one) => one.url)))"
    )
    assert not [url for url in kept if "/warmtebronnen/" in url]
