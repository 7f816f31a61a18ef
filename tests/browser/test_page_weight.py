"""A first visit costs a reader few bytes.

Measured on the wire, compressed, headers included, as the browser itself counts them.
1 kB is 1,000 bytes.
"""

import pytest

from languages.registry import LANGUAGES
from tests.browser.addresses import COMPLETE, all_to_read, home_of
from tests.wire import first_visit

MOST_ON_HOME = 75_000
MOST_WITHOUT_PICTURES = 50_000
MOST_SCRIPT = 10_000
PICTURES = frozenset({"Image", "Media"})
A_PLACE = "warmtebronnen/de-lange-lepel/"
OTHERS = [one.code for one in LANGUAGES if one.code not in COMPLETE]


def words_of(sizes):
    """Return what all but pictures and sound weighs."""
    return sum(size for kind, size in sizes.items() if kind not in PICTURES)


@pytest.mark.parametrize("language", COMPLETE)
def test_home_is_light_with_its_pictures(language, demo_site, new_context):
    home = f"{demo_site.base}{home_of(demo_site, language)}"
    sizes, _asked = first_visit(new_context(trace=False), home)
    assert sizes["Image"] > 0
    assert sizes.total() <= MOST_ON_HOME, dict(sizes)


@pytest.mark.parametrize("language", COMPLETE)
def test_every_page_is_light_without_its_pictures(language, demo_site, new_context):
    heavy = {}
    for url in all_to_read(demo_site, language):
        sizes, _asked = first_visit(new_context(trace=False), f"{demo_site.base}{url}")
        if words_of(sizes) > MOST_WITHOUT_PICTURES or sizes["Script"] > MOST_SCRIPT:
            heavy[url] = dict(sizes)
    assert heavy == {}


@pytest.mark.parametrize("language", OTHERS)
def test_what_there_is_in_every_language_is_light_in_each(language, demo_site, new_context):
    """Names in Dutch stand beside words in other letters there, and each has its own file."""
    home = home_of(demo_site, language)
    for url in (home, *(f"{home}{path}" for path in ("warmtebronnen/", A_PLACE))):
        sizes, _asked = first_visit(new_context(trace=False), f"{demo_site.base}{url}")
        assert words_of(sizes) <= MOST_WITHOUT_PICTURES, (url, dict(sizes))
