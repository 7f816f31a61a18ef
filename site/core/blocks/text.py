"""Running text."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html, extract_references_from_rich_text

from core.blocks.base import TEXT_GROUP
from core.blocks.comparison import RichTextComparison
from core.blocks.library import Reference

FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
# White space in all its forms, and marks that have no width.
_UNSEEN = string.whitespace + "\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
# No text holds this: the editor's HTML has no comments.
_SEAM = "<!-- seam -->"


def has_empty_link(source: str) -> bool:
    """Return whether there is a link in this HTML without anything to read on it."""
    links = BeautifulSoup(source, "html.parser").find_all("a") if "<a" in source else []
    return any(not link.get_text().strip(_UNSEEN) for link in links)


class _Batch:
    """Texts that were read together: drawing one looks the links of all of them up."""

    def __init__(self, sources: list[str]) -> None:
        self.sources = sources

    @cached_property
    def drawn(self) -> list[str]:
        """Return the HTML of each text."""
        return expand_db_html(_SEAM.join(self.sources)).split(_SEAM)


class BatchedRichText(RichText):
    """One text of a batch."""

    def __init__(self, batch: _Batch, position: int) -> None:
        """Remember where this text stands in its batch."""
        super().__init__(batch.sources[position])
        self._batch = batch
        self._position = position

    def __html__(self) -> SafeString:
        """Return the HTML for the reader, with the links as they are today."""
        return SafeString(self._batch.drawn[self._position])  # nosec B703 - drawn by our templates


class RichTextBlock(blocks.RichTextBlock):
    """Rich text with the few features that a reader gains from.

    Wagtail looks the links of each text up by itself; here all texts of a page share
    one look-up, so a long page costs no more queries than a short one.
    """

    def __init__(self, **kwargs: Any) -> None:
        """Offer only our features."""
        kwargs.setdefault("features", FEATURES)
        super().__init__(**kwargs)

    def clean(self, value: RichText) -> RichText:
        """Refuse a link without words: a reader cannot see it, and hears only its address."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and has_empty_link(cleaned.source):
            raise ValidationError(
                gettext("A link in this text has no words. Give it words, or take the link out."),
                code="empty_link",
            )
        return cleaned

    def get_comparison_class(self) -> type[RichTextComparison]:
        """Return how two versions of it are compared."""
        return RichTextComparison

    def refers_to(self, raw: str) -> Iterator[Reference]:
        """Yield the pages that the text links to."""
        for model, pk, _model_path, _content_path in extract_references_from_rich_text(raw):
            if model is Page and pk.isdigit():
                yield Reference(model, int(pk))

    def bulk_to_python(self, values: Iterable[Any]) -> list[RichText]:
        """Read the texts as one batch."""
        batch = _Batch([(value or "").replace(_SEAM, "") for value in values])
        return [BatchedRichText(batch, position) for position in range(len(batch.sources))]


class TextBlock(RichTextBlock):
    """Paragraphs, lists and links."""

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs and lists, with links and emphasis")
        template = "core/blocks/text.html"
        preview_value = (
            "<p>Op woensdag is de tafel gedekt voor <b>iedereen die wil komen</b>. "
            "Je hoeft je niet aan te melden.</p><ul><li>Vanaf tien uur is er koffie</li>"
            "<li>Om half een eten we samen</li></ul>"
        )
