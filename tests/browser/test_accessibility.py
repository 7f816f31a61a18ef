"""No page of the demo, and no component in the style guide, keeps anybody out."""

import pytest

from tests.browser.accessibility import violations, violations_light_and_dark
from tests.browser.addresses import BOTH_SCHEMES, COMPLETE, STYLE_GUIDE, everything_in, home_of

FLAWED = """<!doctype html><html lang="nl"><title>Gepland</title><main><h1>Gepland</h1>
<p style="color: #bbb; background: #fff">Te licht</p><img src="x.png"><h4>Te diep</h4>
<button style="width: 9px; height: 9px; padding: 0">1</button><button
style="width: 9px; height: 9px; padding: 0">2</button></main></html>"""


def test_the_engine_finds_planted_flaws(demo_site, new_context):
    page = new_context(trace=False).new_page()
    page.set_content(FLAWED)
    broken = {violation.split()[0] for violation in violations(page)}
    assert {"color-contrast", "image-alt", "heading-order", "target-size"} <= broken


def test_the_engine_finds_what_only_the_dark_shows(demo_site, new_context):
    page = new_context(trace=False).new_page()
    dark = "@media (prefers-color-scheme: dark) { p { color: #222; background: #111 } }"
    page.set_content(FLAWED.replace("</title>", f"</title><style>{dark}</style>", 1))
    page.locator("p").evaluate("paragraph => paragraph.removeAttribute('style')")
    found = [one for one in violations_light_and_dark(page) if "color-contrast" in one]
    assert len(found) == 1
    assert found[0].startswith("in the dark: ")


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("language", COMPLETE)
def test_no_page_keeps_anybody_out(language, half, demo_site, new_context):
    page = new_context("phone", trace=False, bypass_csp=True).new_page()
    found = []
    for address in everything_in(demo_site, language)[half::2]:
        page.goto(f"{demo_site.base}{address}")
        found += [f"{address}: {violation}" for violation in violations_light_and_dark(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_laptop_shows_home_and_its_sections_to_everybody(language, demo_site, new_context):
    page = new_context("laptop", trace=False, bypass_csp=True).new_page()
    home = home_of(demo_site, language)
    sections = [url for url in demo_site.urls(language) if url.count("/") == home.count("/") + 1]
    found = []
    for address in (home, *sections):
        page.goto(f"{demo_site.base}{address}")
        found += [f"{address}: {violation}" for violation in violations_light_and_dark(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", BOTH_SCHEMES)
@pytest.mark.parametrize("viewport", ["phone", "laptop"])
def test_every_component_is_for_everybody(viewport, scheme, demo_site, editor_context):
    page = editor_context(viewport, scheme, bypass_csp=True).new_page()
    page.goto(f"{demo_site.base}{STYLE_GUIDE}")
    assert page.locator("h1").count() == 1
    assert violations(page) == []


@pytest.mark.parametrize("viewport", ["phone", "laptop"])
def test_what_opens_is_for_everybody_too(viewport, open_page):
    page = open_page("/nl/", viewport=viewport, bypass_csp=True, trace=False)
    for opener in page.locator("header summary:visible").all():
        opener.click()
    assert violations(page) == []
