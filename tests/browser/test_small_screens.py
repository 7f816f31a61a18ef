"""A small screen or large letters lose nothing: no sideways scrolling, nothing cut off."""

import pytest

from tests.browser.addresses import COMPLETE, everything_in

# What sticks out of the page, unless it lies in something that scrolls by itself.
STICKS_OUT = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const scrolls = element => element && (
    ["auto", "scroll"].includes(getComputedStyle(element).overflowX) ||
    scrolls(element.parentElement));
  return ["sideways scroll", ...[...document.querySelectorAll("body *")]
    .filter(element => {
      const box = element.getBoundingClientRect();
      return box.width && (box.right > root.clientWidth + 1 || box.left < -1) && !scrolls(element);
    })
    .slice(0, 5)
    .map(element => `${element.localName}.${element.className}`)];
}"""
TWICE_AS_LARGE = "() => { document.documentElement.style.fontSize = '200%' }"


@pytest.mark.parametrize("language", COMPLETE)
def test_a_very_small_screen_never_scrolls_sideways(language, demo_site, new_context):
    page = new_context("narrow", trace=False).new_page()
    found = {}
    for address in everything_in(demo_site, language):
        page.goto(f"{demo_site.base}{address}")
        if out := page.evaluate(STICKS_OUT):
            found[address] = out
    assert found == {}


@pytest.mark.parametrize("language", COMPLETE)
def test_letters_twice_as_large_stay_on_a_phone(language, demo_site, new_context):
    page = new_context("phone", trace=False).new_page()
    found = {}
    for address in everything_in(demo_site, language):
        page.goto(f"{demo_site.base}{address}")
        page.evaluate(TWICE_AS_LARGE)
        if out := page.evaluate(STICKS_OUT):
            found[address] = out
    assert found == {}


def test_the_guard_finds_something_planted_that_sticks_out(open_page):
    page = open_page("/nl/", viewport="narrow")
    page.evaluate("document.querySelector('h1').style.inlineSize = '500px'")
    assert any(name.startswith("h1") for name in page.evaluate(STICKS_OUT))
