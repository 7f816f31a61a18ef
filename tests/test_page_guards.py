"""The rules for pages bite: each finds the fault that is planted for it."""

import pytest

from tests.guards.pages import fetched_elsewhere, links_of, page_faults

FINE = """<!doctype html>
<html lang="nl" dir="ltr">
  <head>
    <title>Over ons</title>
    <meta name="description" content="Wie wij zijn.">
    <link rel="canonical" href="https://www.example.org/nl/over-ons/">
    <link rel="alternate" hreflang="en" href="https://elsewhere.example/en/">
    <link rel="stylesheet" href="/static/css/site.css">
  </head>
  <body>
    <h1>Over ons</h1><h2>Visie</h2><h3>Nu</h3><h2>Missie</h2>
    <img src="/media/a.webp" alt="" width="10" height="10">
    <a href="https://elsewhere.example/">Elders</a><a href="/nl/contact/#mail">Contact</a>
  </body>
</html>"""


def faults(html, language="nl"):
    return page_faults(html, url="/nl/over-ons/", language=language, host="www.example.org")


def test_a_fine_page_passes():
    assert faults(FINE) == []


@pytest.mark.parametrize(
    ("fine", "planted"),
    [
        ('lang="nl"', 'lang="en"'),
        ('dir="ltr"', 'dir="rtl"'),
        ("<title>Over ons</title>", ""),
        ('content="Wie wij zijn."', 'content=" "'),
        ("/nl/over-ons/", "/nl/"),
        ("https://www.example.org/nl/over-ons/", "/nl/over-ons/"),
        ("<h1>Over ons</h1>", ""),
        ("<h1>Over ons</h1>", "<h1>Over</h1><h1>ons</h1>"),
        ("<h2>Visie</h2>", ""),
        (' alt=""', ""),
        (' width="10"', ""),
        ("/media/a.webp", "https://tracker.example/a.webp"),
        ("/static/css/site.css", "//fonts.example/face.css"),
        ("<h1>", '<h1 onclick="go()">'),
    ],
)
def test_a_planted_fault_is_found(fine, planted):
    assert faults(FINE.replace(fine, planted, 1))


def test_arabic_pages_run_from_right_to_left():
    arabic = FINE.replace('lang="nl"', 'lang="ar"')
    assert faults(arabic, language="ar") == ["dir is not rtl"]


def test_every_address_in_a_srcset_counts_as_fetched():
    html = '<img src="/a" srcset="/a 1x, https://tracker.example/b 2x">'
    assert fetched_elsewhere(html, "www.example.org") == ["https://tracker.example/b"]


def test_links_within_the_site_are_followed_without_their_fragment():
    assert links_of(FINE) == {"/nl/contact/"}
