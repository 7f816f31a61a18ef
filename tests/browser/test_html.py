"""The W3C's own checker (Nu) finds no error in any page of the demo."""

import json
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from collections import defaultdict

import pytest

from tests.browser.addresses import STYLE_GUIDE, everything_in
from tests.guards.files import ROOT

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
MOST_SHOWN = 5


def errors_in(folder):
    """Return the checker's errors for every HTML file in a folder, by file name.

    One run for all of them: starting Java takes longer than checking a page.
    """
    if not shutil.which("java"):
        pytest.fail("Java was not found. Install it: sudo apt-get install default-jre-headless")
    if not CHECKER.exists():
        pytest.fail("vnu-jar is not installed. Install the locked npm tools: npm ci")
    # Deeply nested pages need a larger stack than Java gives: https://validator.github.io/validator/
    checker = ["java", "-Xss2m", "-jar", CHECKER, "--format", "json", "--stdout"]
    result = subprocess.run(
        [*checker, "--exit-zero-always", *sorted(folder.glob("*.html"))],
        capture_output=True,
        text=True,
        check=True,
    )
    found = defaultdict(list)
    for message in json.loads(result.stdout)["messages"]:
        if message["type"] == "error":
            name = message.get("url", "").rpartition("/")[2]
            extract = message.get("extract", "").strip()
            found[name].append(f"line {message.get('lastLine')}: {message['message']} {extract}")
    return {name: errors[:MOST_SHOWN] for name, errors in found.items()}


def fetch(url):
    """Return the body of an answer, also of an error page."""
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310  our own server
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


def test_the_checker_finds_a_planted_error(tmp_path):
    (tmp_path / "planted.html").write_text("<!doctype html><html lang=nl><title>a</title><p></div>")
    (tmp_path / "fine.html").write_text("<!doctype html><html lang=nl><title>a</title><p>b")
    assert list(errors_in(tmp_path)) == ["planted.html"]


def test_every_page_is_valid_html(demo_site, tmp_path):
    for language in {page.language for page in demo_site.pages}:
        for address in everything_in(demo_site, language):
            name = re.sub(r"[^\w-]+", "_", address)
            (tmp_path / f"{name}.html").write_bytes(fetch(f"{demo_site.base}{address}"))
    assert errors_in(tmp_path) == {}


def test_every_component_is_valid_html(demo_site, editor_context, tmp_path):
    answer = editor_context().request.get(f"{demo_site.base}{STYLE_GUIDE}")
    (tmp_path / "style-guide.html").write_bytes(answer.body())
    assert errors_in(tmp_path) == {}
