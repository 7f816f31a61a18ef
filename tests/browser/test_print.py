"""A page on paper is its text: no menu, no search, black on white."""

import re

import pytest

SHOWN = """selector => [...document.querySelectorAll(selector)]
  .some(element => element.checkVisibility() && element.getBoundingClientRect().height > 1)"""


def brightness(page, name):
    """Return how bright a colour of the text is, 0 to 255; paper is white by itself."""
    colour = page.evaluate(f"getComputedStyle(document.body).{name}")
    if colour == "rgba(0, 0, 0, 0)":
        return 255
    return sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) / 3


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_paper_shows_the_text_and_leaves_out_what_is_to_be_clicked(language, open_page):
    page = open_page(f"/{language}/", viewport="laptop", scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN, "main h1")
    for control in (".site-menu", ".language-switcher", "header form", ".menu-toggle"):
        assert not page.evaluate(SHOWN, control), control
    colours = page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    text, paper = (
        sum(map(int, colour[colour.index("(") + 1 : -1].split(",")[:3])) for colour in colours
    )
    assert text < 200
    assert paper > 700 or "rgba(0, 0, 0, 0)" in colours[1]


def test_a_page_fits_on_paper(open_page):
    page = open_page("/nl/over-ons/", viewport="laptop")
    assert page.pdf(format="A4").startswith(b"%PDF")
