"""Rich text as plain data, so that no word of it is ever read as markup. Pure."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

# What numbers a link: given its address and its words, the number that stands beside it, if any.
Linked = Callable[[str, str], int]

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
_LISTS = frozenset({"ul", "ol"})


def may_be_opened(address: str) -> bool:
    """Return whether a link leads somewhere that is safe to open from a document."""
    try:
        return urlsplit(address).scheme in _SCHEMES
    except ValueError:
        return False


def paragraphs(html: str, linked: Linked) -> list[dict[str, Any]]:
    """Return rich text as paragraphs and lists, each of runs of words.

    Args:
        html: rich text as it is drawn for readers.
        linked: called with each link that may be opened, in order.

    """
    reader = _Reader(linked)
    reader.feed(html)
    reader.close()
    return reader.blocks


class _Reader(HTMLParser):
    """Reads the few elements that our editor makes; any other is its words alone."""

    def __init__(self, linked: Linked) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[dict[str, Any]] = []
        self._linked = linked
        self._runs: list[dict[str, Any]] | None = None
        self._lists: list[dict[str, Any]] = []
        self._bold = self._italic = 0
        self._href = ""
        self._link_starts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LISTS:
            self._open_list(is_ordered=tag == "ol")
        elif tag == "li":
            item: dict[str, Any] = {"runs": [], "lists": []}
            if self._lists:
                self._lists[-1]["items"].append(item)
            self._runs = item["runs"]
        elif tag == "p":
            self._paragraph()
        elif tag == "br":
            self._say("\n")
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self._href = address if may_be_opened(address) else ""
            self._link_starts = len(self._runs or ())
        else:
            self._style(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LISTS and self._lists:
            self._lists.pop()
            self._runs = None
        elif tag in {"p", "li"}:
            self._runs = None
        elif tag == "a":
            self._end_link()
        else:
            self._style(tag, -1)

    def handle_data(self, data: str) -> None:
        if data.strip() or self._runs is not None:
            self._say(data)

    def _style(self, tag: str, change: int) -> None:
        if tag in _BOLD:
            self._bold += change
        elif tag in _ITALIC:
            self._italic += change

    def _open_list(self, *, is_ordered: bool) -> None:
        made: dict[str, Any] = {"kind": "list", "ordered": is_ordered, "items": []}
        if self._lists and self._lists[-1]["items"]:
            self._lists[-1]["items"][-1]["lists"].append(made)
        else:
            self.blocks.append(made)
        self._lists.append(made)

    def _paragraph(self) -> None:
        self._runs = []
        self.blocks.append({"kind": "par", "runs": self._runs})

    def _say(self, words: str) -> None:
        if self._runs is None:
            self._paragraph()
        run: dict[str, Any] = {"text": words}
        if self._bold > 0:
            run["bold"] = True
        if self._italic > 0:
            run["italic"] = True
        if self._href:
            run["href"] = self._href
        if self._runs is not None:
            self._runs.append(run)

    def _end_link(self) -> None:
        """Put the number behind the last words of the link."""
        inside = (self._runs or [])[self._link_starts :]
        if self._href and inside:
            words = "".join(run["text"] for run in inside)
            if number := self._linked(self._href, " ".join(words.split())):
                inside[-1]["number"] = number
        self._href = ""
