"""Every feed of the demo is Atom by the grammar of its standard (RFC 4287)."""

import shutil
import subprocess

import pytest

from tests.browser.addresses import COMPLETE
from tests.browser.test_html import CHECKER, fetch

# The W3C's checker brings Jing along, which judges XML by a grammar.
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
GRAMMAR = "tests/browser/schemas/atom.rnc"
QUERIES = ("", "?soort=column", "?lijn=passend-werk", "?editie=1", "?label=werk")
FINE = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title><id>urn:a</id>'
    "<updated>2019-07-04T12:00:00Z</updated></feed>"
)


def errors_in(folder):
    """Return what the grammar forbids in the files of a folder."""
    if not shutil.which("java"):
        pytest.fail("Java was not found. Install it: sudo apt-get install default-jre-headless")
    result = subprocess.run(
        ["java", "-cp", CHECKER, JING, "-c", GRAMMAR, *sorted(folder.glob("*.xml"))],
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout + result.stderr


def test_the_grammar_finds_a_planted_error(tmp_path):
    (tmp_path / "fine.xml").write_text(FINE)
    assert errors_in(tmp_path) == ""
    (tmp_path / "planted.xml").write_text(FINE.replace("<id>urn:a</id>", ""))
    assert "planted.xml" in errors_in(tmp_path)


@pytest.mark.parametrize("language", COMPLETE)
def test_every_feed_keeps_to_the_grammar(language, demo_site, tmp_path):
    for number, query in enumerate(QUERIES):
        body = fetch(f"{demo_site.base}/{language}/magazine/feed/atom/{query}")
        # A language may lack stories of a kind: there is no such feed then.
        if b"<feed" in body:
            (tmp_path / f"{number}.xml").write_bytes(body)
    assert list(tmp_path.glob("0.xml"))
    assert errors_in(tmp_path) == ""
