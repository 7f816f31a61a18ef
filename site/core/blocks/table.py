"""A table with a caption and a row of headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail_localize.segments import StringSegmentValue

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from core.blocks.base import NUMBER_GROUP
from core.blocks.plot import NumberBlock
from core.blocks.plotting.quantities import quantity_text


class TextCellBlock(blocks.CharBlock):
    """A cell of words; it may be empty."""

    class Meta:
        """How an editor finds it."""

        icon = "pilcrow"
        label = gettext_lazy("Text")


class NumberCellBlock(NumberBlock):
    """A cell of a number, set at the end of its column."""

    class Meta:
        """How an editor finds it."""

        icon = "decimal"
        label = gettext_lazy("Number")


class TableBlock(TypedTableBlock):
    """Columns of text or numbers under their headings."""

    text = TextCellBlock(required=False, max_length=500)
    number = NumberCellBlock(required=False, max_digits=15, decimal_places=4)

    def clean(self, value: TypedTable) -> TypedTable:
        """Ask for a caption, for rows, and for a heading above every column."""
        cleaned = super().clean(value)
        problems = [] if self.is_deferred_validation else list(_problems(cleaned))
        if problems:
            raise TypedTableBlockValidationError(non_block_errors=problems)
        return cleaned

    def get_context(
        self, value: TypedTable, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add the rows, with numbers as the reader writes them."""
        context = super().get_context(value, parent_context)
        context["columns"] = [
            {"heading": column["heading"], "is_number": column["block"].name == "number"}
            for column in value.columns
        ]
        context["rows"] = [
            [
                {"text": _cell_text(cell), "is_number": column["is_number"]}
                for cell, column in zip(row["values"], context["columns"], strict=True)
            ]
            for row in value.row_data
        ]
        return context

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """Hand the words of the table to the translator, each under its own path."""
        return [StringSegmentValue(path, words) for path, words in _words(value) if words]

    def restore_translated_segments(
        self, value: TypedTable, segments: list[StringSegmentValue]
    ) -> TypedTable:
        """Put the translated words back in their places."""
        for segment in segments:
            words = segment.render_text()
            match segment.path.split("-"):
                case ["caption"]:
                    value.caption = words
                case ["heading", column]:
                    value.columns[int(column)]["heading"] = words
                case ["cell", row, column]:
                    value.row_data[int(row)]["values"][int(column)] = words
        return value

    class Meta:
        """How an editor finds it."""

        group = NUMBER_GROUP
        icon = "table"
        label = gettext_lazy("Table")
        description = gettext_lazy("Rows and columns, each column with its heading")
        template = "core/blocks/table.html"
        preview_value = {
            "caption": "Wanneer ben je welkom?",
            "columns": [
                {"type": "text", "heading": "Dag"},
                {"type": "text", "heading": "Wat"},
                {"type": "number", "heading": "Plaatsen"},
            ],
            "rows": [
                {"values": ["Maandag", "Koffie en taal", 20]},
                {"values": ["Woensdag", "Samen eten", 45]},
                {"values": ["Vrijdag", "Hulp bij brieven", 12]},
            ],
        }


def _problems(table: TypedTable) -> Iterator[ValidationError]:
    """Yield what a reader would miss."""
    if not (table.caption or "").strip():
        yield ValidationError(_("Give the table a caption that says what it shows."))
    if not table.columns or not table.row_data:
        yield ValidationError(_("Add at least one column and one row."))
    if any(not (column["heading"] or "").strip() for column in table.columns):
        yield ValidationError(_("Give every column a heading."))


def _words(table: TypedTable) -> Iterator[tuple[str, str]]:
    """Yield the path and the words of everything in the table that can be translated."""
    yield "caption", table.caption
    for position, column in enumerate(table.columns):
        yield f"heading-{position}", column["heading"]
    for row_position, row in enumerate(table.row_data):
        for position, (column, cell) in enumerate(zip(table.columns, row["values"], strict=True)):
            if column["block"].name == "text":
                yield f"cell-{row_position}-{position}", cell


def _cell_text(cell: Any) -> str:
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else quantity_text(cell)
