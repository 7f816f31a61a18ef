"""A text block by block, in which a broken block is left out and the rest stands."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError, StreamValue

from core.blocks.library import Library, Reference, references
from core.blocks.stored import UnreadableError, readable

logger = logging.getLogger(__name__)


class GuardedStreamBlock(blocks.StreamBlock):
    """A stream that never takes its page down.

    Two nets. What is stored is read with care: entries that are no block, of an
    unknown type or unreadable are skipped. What fails while it is drawn is skipped
    too. Both say so in the log.
    """

    def to_python(self, value: Any) -> StreamValue:
        """Skip the entries that cannot be read, before any of them is opened."""
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                return super().to_python(value)
        if isinstance(value, dict) or (value and not _is_iterable(value)):
            logger.warning("A stored text is not a list of blocks and is shown empty")
            value = []
        if isinstance(value, list):
            value = list(self._entries(value))
        return super().to_python(value)

    def _entries(self, value: list[Any]) -> Iterator[Any]:
        """Yield the entries that can be read, repaired where that is possible."""
        for entry in value:
            if isinstance(entry, tuple):  # built in code, from blocks' own values
                yield entry
                continue
            try:
                yield self._entry(entry)
            except UnreadableError as error:
                logger.warning("A stored block is left out: %s", error)

    def _entry(self, entry: Any) -> dict[str, Any]:
        """Return one stored entry, repaired."""
        if not isinstance(entry, dict):
            message = f"an entry is {type(entry).__name__}, no block"
            raise UnreadableError(message)
        name = entry.get("type")
        if not isinstance(name, str) or name not in self.child_blocks:
            message = f"unknown block type {name!r}"
            raise UnreadableError(message)
        block = self.child_blocks[name]
        if entry.get("value") is None:
            message = f"block {name!r} without value"
            raise UnreadableError(message)
        return {**entry, "value": readable(block, entry["value"])}

    def render_basic(self, value: StreamValue, context: dict[str, Any] | None = None) -> SafeString:
        """Draw each block, with its title one level below the heading that it stands under."""
        context = dict(context or {})
        context["title_level"] = 2
        drawn = []
        # A page that draws more than this text may have had everything fetched together.
        library = context.get("library") or Library(self.references(value))
        with library.opened():
            for child in value:
                if html := self._draw(child, context):
                    drawn.append((child.block_type, html))
                if child.block_type == "heading":
                    context["title_level"] = 3
        return format_html_join("\n", '<div class="block-{}">{}</div>', drawn)

    def references(self, value: StreamValue) -> Iterator[Reference]:
        """Yield everything that the blocks refer to."""
        for entry in value.raw_data:
            yield from references(self.child_blocks[entry["type"]], entry["value"])

    @staticmethod
    def _draw(child: StreamValue.StreamChild, context: dict[str, Any]) -> str:
        """Return the block's HTML, or nothing where it is empty or broken."""
        try:
            is_shown = getattr(child.value, "is_shown", bool(child.value))
            return child.render(context=context) if is_shown else ""
        except Exception:
            # Whatever is wrong with one block, the reader gets the rest of the page.
            logger.warning(
                "Block %s (%s) could not be drawn and is left out",
                child.block_type,
                child.id,
                exc_info=True,
            )
            return ""

    def clean(self, value: StreamValue) -> StreamValue:
        """Refuse a subheading that has no heading above it."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            errors = dict(_orphaned_subheadings(cleaned))
            if errors:
                raise StreamBlockValidationError(block_errors=errors)
        return cleaned


def _is_iterable(value: Any) -> bool:
    return isinstance(value, (str, list, tuple, StreamValue))


def _orphaned_subheadings(value: StreamValue) -> Iterator[tuple[int, ValidationError]]:
    """Yield the position and the error of each subheading before the first heading."""
    for position, child in enumerate(value):
        if child.block_type != "heading":
            continue
        if child.value["level"] == "h2":
            return
        error = ValidationError(
            _("A subheading needs a heading above it. Choose 'Heading' for the first one.")
        )
        yield position, blocks.StructBlockValidationError(block_errors={"level": error})
