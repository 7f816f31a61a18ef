"""What is different in a text, in words that a reader knows.

Wagtail compares field by field and block by block; here its findings get plain names,
lose what readers never see, and are marked with `ins` and `del`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from wagtail.admin import compare
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Page

from redactieraad.fingerprint import NOT_TEXT

# What finding and sharing need. Members need not know the fields by their names.
FOR_FINDING = {"slug", "seo_title", "search_description", "show_in_menus", "social_image"}
MOMENTS = {"go_live_at", "expire_at"}
# The method by which a row of a list, such as a photo, returns how it looks.
DRAWS_ITSELF = "in_comparison"


@dataclass(frozen=True)
class Part:
    """One piece of a field that is different.

    Attributes:
        how: `added`, `removed`, `changed` or `moved`.
        html: the piece, with what was added and removed marked in it.
        label: what sort of piece it is: a heading, a picture.

    """

    how: str
    html: SafeString = field(default_factory=SafeString)
    label: str = ""


@dataclass(frozen=True)
class Change:
    """A field that is different.

    Attributes:
        label: its name.
        parts: what is different in it.

    """

    label: str
    parts: list[Part]


def changes_between(before: Any, after: Any, request: HttpRequest) -> list[Change]:
    """Return what is different between two versions of a page or snippet.

    Args:
        before: how it was.
        after: how it is.
        request: the member's.

    """
    is_page = isinstance(after, Page)
    handler = after.get_edit_handler() if is_page else get_edit_handler(type(after))
    bound = handler.get_bound_panel(instance=after, request=request, form=None)
    no_text = NOT_TEXT.union(MOMENTS, getattr(after, "not_text", ()))
    compared = (make(before, after) for make in bound.get_comparison())
    return [
        Change(_label(one), list(_parts(one)) or [Part("moved")])
        for one in compared
        if one.field.name not in no_text and one.has_changed()
    ]


def _label(one: Any) -> str:
    if one.field.name in FOR_FINDING:
        return gettext("Finding and sharing")
    return str(one.field_label())


def _parts(one: Any) -> Iterator[Part]:
    if isinstance(one, compare.StreamFieldComparison):
        yield from _parts_of_blocks(one)
    elif one.is_child_relation:
        yield from _parts_of_rows(one)
    elif type(one) is compare.FieldComparison:
        plain = [("deletion", _plain(one.val_a)), ("addition", _plain(one.val_b))]
        yield Part("changed", marked(compare.TextDiff([two for two in plain if two[1]]).to_html()))
    else:
        yield Part("changed", marked(one.htmldiff()))


def _parts_of_blocks(one: Any) -> Iterator[Part]:
    """Return the blocks that are different, and leave out those that are as they were."""
    blocks = compare.StreamBlockComparison(
        one.field.stream_block, exists_a=True, exists_b=True, val_a=one.val_a, val_b=one.val_b
    )
    for block in blocks.get_block_comparisons():
        label = str(block.block.label)
        if block.is_new():
            yield Part("added", _whole("ins", block.htmlvalue(block.val_b)), label)
        elif block.is_deleted():
            yield Part("removed", _whole("del", block.htmlvalue(block.val_a)), label)
        elif block.has_changed():
            yield Part("changed", marked(block.htmldiff()), label)


def _parts_of_rows(one: Any) -> Iterator[Part]:
    """Return the rows of a list, such as makers, that are different."""
    for row in one.get_child_comparisons():
        if row.is_addition():
            yield Part("added", _whole("ins", _drawn(row.obj_b)))
        elif row.is_deletion():
            yield Part("removed", _whole("del", _drawn(row.obj_a)))
        elif row.has_changed() and hasattr(row.obj_b, DRAWS_ITSELF):
            gone, new = _whole("del", _drawn(row.obj_a)), _whole("ins", _drawn(row.obj_b))
            yield Part("changed", gone + new)
        elif row.has_changed():
            was, now = ("deletion", str(row.obj_a)), ("addition", str(row.obj_b))
            yield Part("changed", marked(compare.TextDiff([was, now], separator=" ").to_html()))


def _drawn(row: Any) -> str:
    """Return a row of a list as it is seen: its words, unless it is more than words."""
    draw = getattr(row, DRAWS_ITSELF, None)
    return draw() if draw else compare.escape(str(row))


def _plain(value: Any) -> str:
    """Return a value that is no text as somebody would write it."""
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, dt.date):
        return date_format(value)
    return "" if value is None else str(value)


def _whole(tag: str, html: str) -> SafeString:
    """Return a piece that is new or gone as a whole."""
    return marked(f'<div class="{"addition" if tag == "ins" else "deletion"}">{html}</div>')


def marked(html: str) -> SafeString:
    """Return Wagtail's comparison with `ins` and `del`, which also say what they are aloud."""
    soup = BeautifulSoup(str(html), "html.parser")
    names = {
        "addition": ("ins", pgettext("in a comparison", "added:")),
        "deletion": ("del", pgettext("in a comparison", "removed:")),
    }
    for kind, (tag, said) in names.items():
        for element in soup.select(f".{kind}"):
            is_block = element.name == "div"
            element.name = tag
            element.attrs = {"class": "change-block"} if is_block else {}
            spoken = soup.new_tag("span", attrs={"class": "visually-hidden"})
            spoken.string = f"{said} "
            element.insert(0, spoken)
    # Wagtail escaped what people wrote, and the soup writes it escaped again.
    return mark_safe(str(soup))  # noqa: S308 # nosec B703
