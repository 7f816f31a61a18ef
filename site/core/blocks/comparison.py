"""Compares two versions of rich text, paragraph by paragraph.

Wagtail takes the tags out and leaves nothing in their place, so that the last word of a
paragraph and the first of the next become one.
"""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from django.utils.html import escape

from wagtail.admin import compare

_ENDS_A_LINE = ["p", "li", "h2", "h3", "h4", "blockquote"]


def words_of(html: str) -> str:
    """Return the words of rich text, each paragraph and each point of a list on its own line."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(_ENDS_A_LINE):
        element.append("\n")
    for element in soup.find_all("br"):
        element.replace_with("\n")
    return soup.get_text().strip()


class RichTextComparison(compare.RichTextBlockComparison):
    """Two versions of a block of rich text."""

    def htmlvalue(self, val: Any) -> str:
        """Return one version."""
        return escape(words_of(self.block.render_basic(val)))

    def htmldiff(self) -> str:
        """Return both, with what was added and removed marked."""
        before, after = (
            words_of(self.block.render_basic(value)) for value in (self.val_a, self.val_b)
        )
        return compare.diff_text(before, after).to_html()
