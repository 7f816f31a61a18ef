"""A small screen or large letters lose nothing: no sideways scrolling, nothing cut off."""

import pytest

from tests.browser.addresses import COMPLETE, everything_in
from tests.browser.magazine_walk import sign_in

# Whether the page scrolls sideways, and which text lies beyond its edge, also where a
# box cuts it off; what lies in something that scrolls by itself is fine.
STICKS_OUT = """except => {
  const root = document.documentElement;
  const scrolls = element => element && (
    ["auto", "scroll"].includes(getComputedStyle(element).overflowX) ||
    scrolls(element.parentElement));
  const speaks = element => [...element.childNodes]
    .some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  const beyond = [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect();
    const out = box.right > root.clientWidth + 1 || box.left < -1;
    return out && box.width > 2 && !element.matches(except) && speaks(element) && !scrolls(element);
  });
  return [
    ...(root.scrollWidth > root.clientWidth ? ["sideways scroll"] : []),
    ...beyond.slice(0, 5).map(element => `${element.localName} '${element.textContent.trim()}'`),
  ];
}"""
NOTHING = ":not(*)"
# What a drawing says stands in the table below it too, because its own text cannot wrap.
DRAWINGS = "svg *"
# In the admin only what stands in the page: Wagtail's menu has its own ways.
BESIDE_THE_PAGE = ":not(main *), .w-sr-only *, .visually-hidden"
# Where each kind of person works, from where they come in.
DESKS = {
    "beheer": (
        "/beheer/",
        "/beheer/warmtebronnen/nakijken/",
        "/beheer/warmtebronnen/adressen/",
        "/beheer/warmtebronnen/importeren/",
        "/beheer/uitdaging/",
        "/beheer/uitdaging/importeren/",
        "/beheer/uitdaging/2/",
        "/beheer/uitdaging/2/leden/",
        "/beheer/uitdaging/2/kaarten/",
        "/beheer/uitdaging/2/verloop/",
    ),
    "raad1": ("/redactieraad/", "/redactieraad/ik/"),
    "partner1": ("/partner/",),
    "journalist": ("/journalist/", "/journalist/voorbeeldstad-eerste/"),
}
# Which headings of tables are cut off until the table is moved aside.
CAPTIONS_CUT = """() => [...document.querySelectorAll("main caption")].filter(caption => {
  const words = document.createRange();
  words.selectNodeContents(caption);
  const box = words.getBoundingClientRect();
  return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
}).map(caption => caption.textContent.trim())"""
TWICE_AS_LARGE = "() => { document.documentElement.style.fontSize = '200%' }"


@pytest.mark.parametrize("language", COMPLETE)
def test_a_very_small_screen_never_scrolls_sideways(language, demo_site, new_context):
    page = new_context("narrow", trace=False).new_page()
    found = {}
    for address in everything_in(demo_site, language):
        page.goto(f"{demo_site.base}{address}")
        if out := page.evaluate(STICKS_OUT, NOTHING):
            found[address] = out
    assert found == {}


@pytest.mark.parametrize("language", COMPLETE)
def test_letters_twice_as_large_stay_on_a_phone(language, demo_site, new_context):
    page = new_context("phone", trace=False).new_page()
    found = {}
    for address in everything_in(demo_site, language):
        page.goto(f"{demo_site.base}{address}")
        page.evaluate(TWICE_AS_LARGE)
        if out := page.evaluate(STICKS_OUT, DRAWINGS):
            found[address] = out
    assert found == {}


@pytest.mark.parametrize("viewport", ["phone", "laptop"])
@pytest.mark.parametrize("name", DESKS)
def test_letters_twice_as_large_stay_where_people_work(name, viewport, demo_site, new_context):
    page = new_context(viewport, trace=False, locale="nl-NL").new_page()
    sign_in(page, demo_site, name, DESKS[name][0])
    found = {}
    for address in DESKS[name]:
        answer = page.goto(f"{demo_site.base}{address}")
        assert answer.ok, address
        page.evaluate(TWICE_AS_LARGE)
        if out := page.evaluate(STICKS_OUT, BESIDE_THE_PAGE):
            found[address] = out
    assert found == {}


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_what_a_wide_table_is_about_is_read_without_moving_it(language, open_page):
    address = f"/{language}/uitdaging/voorbeeldstad-eerste/index/"
    page = open_page(address, viewport="phone")
    table = page.locator(".parties")
    assert table.evaluate("table => table.scrollWidth > table.clientWidth")
    assert page.evaluate(CAPTIONS_CUT) == []


def test_the_guard_finds_something_planted_that_sticks_out(open_page):
    page = open_page("/nl/", viewport="narrow")
    plant = """overflow => {
      document.querySelector("main").innerHTML = "<p>Gepland</p>";
      document.querySelector("main").style.overflowX = overflow;
      document.querySelector("main p").style.inlineSize = "500px";
    }"""
    page.evaluate(plant, "visible")
    assert page.evaluate(STICKS_OUT, NOTHING) == ["sideways scroll", "p 'Gepland'"]
    page.evaluate(plant, "clip")
    assert page.evaluate(STICKS_OUT, NOTHING) == ["p 'Gepland'"]
