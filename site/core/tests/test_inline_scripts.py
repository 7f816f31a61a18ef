"""Only scripts that the admin itself wrote may run; one that somebody smuggled in may not."""

from pathlib import Path

import pytest
import wagtail_localize

from core.security.inline_scripts import is_known, mark_known_scripts

LOCALIZE = Path(wagtail_localize.__file__).parent / "templates/wagtail_localize/admin"

KNOWN = [
    'initDateChooser("id_review_by", {"dayOfWeekStart": 1, "format": "d-m-Y"});',
    'initTimeChooser("id_t", {});',
    'initDateTimeChooser("id_go_live\\u002Dat", {"a": []});',
    'new PageChooser("id_page", null, {"modalUrl": "/beheer/choose-page/"});',
    'new SnippetChooser("id_x", {"id": 1, "string": "a \\"quoted\\" name"}, {});',
    '\n (function() {\n var panel = new InlinePanel(JSON.parse("{\\u0022a\\u0022: 1}"));\n })();\n',
]
FOREIGN = [
    "alert(1)",
    "",
    'initDateChooser("x", {}); alert(1);',
    'initDateChooser("x", alert(1));',
    'initDateChooser("x", {"a": alert(1)});',
    'new PageChooser("x", fetch("https://example.org"));',
    'new evil.PageChooser("x") + alert("x")',
    '(function() { var panel = new InlinePanel(JSON.parse("x" + alert(1))); })();',
    '(function() { var panel = new InlinePanel(JSON.parse("{}")); alert(1) })();',
    "new Function('alert(1)')()",
]


@pytest.mark.parametrize("script", KNOWN)
def test_what_wagtail_writes_is_known(script):
    assert is_known(script)


@pytest.mark.parametrize("script", FOREIGN)
def test_anything_else_is_not(script):
    assert not is_known(script)


@pytest.mark.parametrize("name", ["edit_translation.html", "submit_translation.html"])
def test_wagtail_localizes_scripts_are_known_as_installed(name):
    html = (LOCALIZE / name).read_text()
    html = html.replace('{% url "wagtailimages_chooser:choose" %}', "/a/")
    html = html.replace('{% url "wagtaildocs_chooser:choose" %}', "/b-c/")
    html = html.replace('{% url "wagtailadmin_choose_page" %}', "/d/1/")
    assert 'nonce="abc"' in mark_known_scripts(html, "abc")


def test_only_known_scripts_get_the_nonce():
    html = f"<p><script>{KNOWN[0]}</script><script>alert(1)</script><script src='x.js'></script>"
    marked = mark_known_scripts(html, "abc")
    assert marked.count("abc") == 1
    assert f'<script nonce="abc">{KNOWN[0]}</script>' in marked
