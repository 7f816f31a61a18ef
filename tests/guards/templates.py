"""What a template may not hold: words that no translator sees, and code that CSP refuses."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from django.template.base import Lexer, TokenType

# What a reader reads or hears of an element, beside its text.
SPOKEN_ATTRIBUTES = frozenset(
    {"alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription"}
    | {"aria-valuetext", "label", "data-label", "data-text", "summary"}
)
# Names stay the same in every language; formats and symbols are no words.
SAME_EVERYWHERE = frozenset(
    {"Warm Rotterdam", "Atom", "RSS", "CSV", "JSON", "PDF", "https", "http", "km", "ANBI", "SVG"}
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DEFAULT_WORDS = re.compile(
    r"""\|(?:default|default_if_none|yesno|pluralize):\s*["']([^"']+)["']"""
)
_DATA_SCRIPTS = frozenset({"application/ld+json", "application/json"})


def _is_words(text: str) -> bool:
    """Return whether text holds something that would have to be translated."""
    rest = text
    for name in SAME_EVERYWHERE:
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", rest)
    return bool(_LETTERS.search(rest))


def _is_class_block(words: list[str]) -> bool:
    """Return whether a tag opens a block that fills a class attribute in the parent template."""
    return words[:1] == ["block"] and words[1:2] != [] and words[1].endswith("_class")


class _Visible:
    """The template with its tags taken out, and what its tags say by themselves."""

    def __init__(self, source: str) -> None:
        """Split the template into text and tags; the text keeps its line numbers."""
        self.faults: list[str] = []
        pieces = [""]
        until = ""
        for token in Lexer(source).tokenize():
            words = token.contents.split()
            first = words[0] if words and token.token_type == TokenType.BLOCK else ""
            if until:
                if first == until:
                    until = ""
                pieces.append("\n" * token.contents.count("\n"))
            elif first in {"blocktranslate", "blocktrans", "comment"} or _is_class_block(words):
                until = f"end{first}"
            elif token.token_type == TokenType.TEXT:
                pieces.append(token.contents)
            elif token.token_type == TokenType.VAR:
                self._note_default_words(token.contents, token.lineno or 0)
                # An element whose name is a variable, as in <{{ level }}>.
                pieces.append("x" if pieces[-1].endswith(("<", "</")) else "")
        self.text = "".join(pieces)

    def _note_default_words(self, expression: str, line: int) -> None:
        """Note words that a filter puts in where a value lacks."""
        for words in _DEFAULT_WORDS.findall(expression):
            if _is_words(words):
                self.faults.append(f"{line}: words that no translator sees: {words!r}")


class _Reader(HTMLParser):
    """Reads the text and attributes of a template's HTML."""

    def __init__(self) -> None:
        """Start without faults."""
        super().__init__(convert_charrefs=True)
        self.untranslated: list[str] = []
        self.refused: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note spoken attributes, handlers, styles and scripts."""
        values = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        for name, value in values.items():
            if name in SPOKEN_ATTRIBUTES and _is_words(value):
                self.untranslated.append(f"{line}: words that no translator sees: {name}={value!r}")
            if name.startswith("on") or name == "style":
                self.refused.append(f"{line}: <{tag} {name}=…>, which our CSP refuses")
            if value.strip().lower().startswith("javascript:"):
                self.refused.append(f"{line}: a javascript: address, which our CSP refuses")
        is_button = tag == "input" and values.get("type") in {"submit", "button", "reset"}
        if is_button and _is_words(values.get("value", "")):
            self.untranslated.append(f"{line}: words that no translator sees: value")
        if tag in {"script", "style"}:
            self._silent = tag
            self._check_code(tag, values, line)

    def _check_code(self, tag: str, values: dict[str, str], line: int) -> None:
        """Note a style element, or a script that is neither a file nor data."""
        is_data = values.get("type") in _DATA_SCRIPTS
        if tag == "style" or ("src" not in values and not is_data):
            self.refused.append(f"{line}: an inline <{tag}>, which our CSP refuses")

    def handle_endtag(self, tag: str) -> None:
        """Hear text again after a script or style."""
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        """Note text between tags."""
        if not self._silent and _is_words(data):
            lines = [part for part in data.strip().splitlines() if _is_words(part)]
            self.untranslated.append(
                f"{self.getpos()[0]}: words that no translator sees: {lines[0].strip()!r}"
            )


def _read(text: str) -> _Reader:
    """Return a reader that has read all of the text."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader


def untranslated(source: str) -> list[str]:
    """Return every word a reader would meet in this template that is not marked for translation."""
    visible = _Visible(source)
    return [*visible.faults, *_read(visible.text).untranslated]


def refused_by_csp(source: str) -> list[str]:
    """Return every inline script, style and handler in this template."""
    return _read(_Visible(source).text).refused
