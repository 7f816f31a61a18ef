"""Everything can be done by keyboard, and a reader always sees where the focus is."""

import pytest

from tests.browser.addresses import COMPLETE

# Whether the focused element stands out: a ring or shadow, and nothing over it.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  const shown = document.elementFromPoint(...middle);
  return {
    name: (element.innerText || element.getAttribute("aria-label") || element.name || "").trim(),
    tag: element.localName,
    href: element.getAttribute("href") || "",
    in_header: Boolean(element.closest("header, .skip-link")),
    stands_out: ring || style.boxShadow !== "none",
    hidden: box.width < 2 || box.height < 2 || !shown ||
      !(element.contains(shown) || shown.contains(element)),
  };
}"""
MOST_STOPS = 40


def walk(page):
    """Return what has the focus after each press of Tab, up to the end of the header."""
    stops = []
    for _press in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or not stop["in_header"]:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", ["phone", "laptop"])
@pytest.mark.parametrize("language", COMPLETE)
def test_the_focus_is_seen_on_its_whole_way_through_the_header(
    language, viewport, scheme, open_page
):
    stops = walk(open_page(f"/{language}/", viewport=viewport, scheme=scheme))
    assert len(stops) >= 4
    unseen = [stop for stop in stops if stop["hidden"] or not stop["stands_out"]]
    assert unseen == []


def test_the_skip_link_comes_first_and_leads_past_the_header(open_page):
    page = open_page("/nl/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["href"] == "#inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")


def test_menu_and_languages_open_and_close_by_keyboard(open_page):
    page = open_page("/nl/")
    for opener in page.locator("header summary:visible").all():
        opener.focus()
        page.keyboard.press("Enter")
        assert opener.evaluate("summary => summary.parentElement.open")
        page.keyboard.press("Escape")
        assert not opener.evaluate("summary => summary.parentElement.open")
        assert opener.evaluate("summary => summary === document.activeElement")


def test_search_by_keyboard(open_page):
    page = open_page("/nl/", viewport="laptop")
    page.locator("header input[type=search]").focus()
    page.keyboard.type("schulden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/zoeken/?q=schulden")
    assert page.locator("main li a").count() > 0
