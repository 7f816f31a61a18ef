"""Every way through the site works with scripts switched off."""

import pytest

from tests.browser.addresses import COMPLETE

NO_SCRIPTS = {"java_script_enabled": False}


@pytest.mark.parametrize("viewport", ["phone", "laptop"])
@pytest.mark.parametrize("language", COMPLETE)
def test_the_menu_leads_to_a_section(language, viewport, open_page):
    page = open_page(f"/{language}/", viewport=viewport, **NO_SCRIPTS)
    opener = page.locator(".menu-toggle summary")
    if opener.is_visible():
        opener.click()
    link = page.locator(".site-menu a").first
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url(f"**{address}")
    assert page.locator(".site-menu [aria-current=page]").count() == 1


@pytest.mark.parametrize("viewport", ["phone", "laptop"])
def test_search_finds_and_says_so_when_it_does_not(viewport, open_page):
    page = open_page("/nl/", viewport=viewport, **NO_SCRIPTS)
    opener = page.locator(".menu-toggle summary")
    field = page.locator("header input[type=search]")
    if not field.is_visible():
        opener.click()
    field.fill("schulden")
    field.press("Enter")
    page.wait_for_url("**/nl/zoeken/?q=schulden")
    assert page.locator("main li a").count() > 0
    page.locator("main input[type=search]").fill("qqqqq")
    page.locator("main form [type=submit]").click()
    page.wait_for_url("**/nl/zoeken/?q=qqqqq")
    assert page.locator(".result a").count() == 0


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("nl-simple", "ltr")])
@pytest.mark.parametrize("viewport", ["phone", "laptop"])
def test_the_switcher_leads_to_the_same_page_in_another_language(
    viewport, code, direction, open_page
):
    page = open_page("/nl/over-ons/", viewport=viewport, **NO_SCRIPTS)
    page.locator(".language-switcher summary").click()
    page.locator(f".language-switcher a[hreflang={code}]").click()
    page.wait_for_url(f"**/{code}/**")
    html = page.locator("html")
    assert html.get_attribute("lang") == code
    assert html.get_attribute("dir") == direction
    # The same page: from here the way back leads to where the reader was.
    page.locator(".language-switcher summary").click()
    assert (
        page.locator(".language-switcher a[hreflang=nl]")
        .get_attribute("href")
        .endswith("/nl/over-ons/")
    )
