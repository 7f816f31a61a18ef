"""Draws streams and looks at what came out."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from core.blocks import ContentStreamBlock

VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"}


def stored(*entries: dict[str, Any]) -> list[dict[str, Any]]:
    """Return blocks as the database holds them, each with an id."""
    return [{"id": f"block-{position}", **entry} for position, entry in enumerate(entries)]


def drawn(*entries: Any) -> str:
    """Return the HTML of blocks as the database holds them."""
    block = ContentStreamBlock()
    return block.render(block.to_python(list(entries)))


class Outline(HTMLParser):
    """The elements of some HTML, and what is wrong with its nesting."""

    def __init__(self, html: str) -> None:
        """Read the HTML."""
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element of this name."""
        return [attributes for name, attributes in self.elements if name == tag]
