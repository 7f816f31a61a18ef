"""What has to be in order before a text goes to the redactieraad, whichever way it goes there.

A draft may be incomplete. What is submitted may not: its fields and blocks are held to the
same rules as in the editor, and then to what the text itself adds (`faults_by_field`).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images import get_image_model

from core.enumerating import listed
from redactieraad.selectors import specific


class NotReadyError(PermissionDenied):
    """Somebody or something submitted a text that is not in order."""

    def __init__(self, text: Any, faults: list[str]) -> None:
        """Keep what is wrong with which text."""
        self.text = text
        self.faults = faults
        super().__init__(" ".join(faults))


def refuse_unless_ready(text: Any) -> None:
    """Let only a text pass that the redactieraad can be asked about.

    Args:
        text: a governed page or snippet; its latest revision is looked at.

    Raises:
        NotReadyError: something in it has to be mended first.

    """
    faults = as_submitted(text).faults_before_submitting()
    if faults:
        raise NotReadyError(text, faults)


def as_submitted(text: Any) -> Any:
    """Return the text as it would be submitted: as its latest revision has it."""
    own = specific(text)
    return own.get_latest_revision_as_object() if own.latest_revision_id else own


def faults_of(text: Any) -> list[str]:
    """Return everything that has to be mended, in plain words and in the order of the editor."""
    found = [*_field_faults(text), *_block_faults(text)]
    found += [_at(text, name, message) for name, message in text.faults_by_field()]
    return list(dict.fromkeys(found))


def undescribed_pictures(text: Any) -> Iterator[tuple[str, str]]:
    """Yield each field whose picture says nothing to who cannot see it, with what to do."""
    for field in text._meta.concrete_fields:
        if field.related_model is not get_image_model():
            continue
        picture = getattr(text, field.name)
        if picture is not None and not picture.description.strip():
            yield field.name, _("This picture has no alt text. Add it to the picture itself.")


def _field_faults(text: Any) -> Iterator[str]:
    try:
        text.full_clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield from (_at(text, name, message) for message in messages)


def _block_faults(text: Any) -> Iterator[str]:
    for field in text._meta.get_fields():
        if not isinstance(field, StreamField):
            continue
        # A copy of our own: in the shared one, somebody's draft may just now put rules off.
        block = deepcopy(field.stream_block)
        try:
            block.clean(getattr(text, field.name))
        except ValidationError as error:
            for place, message in _messages(error, block, getattr(text, field.name)):
                yield _at(text, field.name, f"{place}: {message}" if place else message)


def _at(text: Any, name: str, message: str) -> str:
    """Return the message with the name of the field in front of it."""
    if name == NON_FIELD_ERRORS:
        return message
    return f"{capfirst(text._meta.get_field(name).verbose_name)}: {message}"


def _messages(error: ValidationError, block: blocks.Block, value: Any) -> Iterator[tuple[str, str]]:
    """Yield each message inside the error of a block, with the place of the block."""
    if not hasattr(error, "non_block_errors"):
        yield from (("", message) for message in error.messages)
        return
    for one in error.non_block_errors.as_data():
        yield from (("", message) for message in one.messages)
    for row, cells in (getattr(error, "cell_errors", None) or {}).items():
        for column, cell in cells.items():
            yield from ((f"{row + 1}.{column + 1}", message) for message in cell.messages)
    for key, child_error in getattr(error, "block_errors", {}).items():
        child, child_value, place = _child(block, value, key)
        for deeper, message in _messages(child_error, child, child_value):
            yield listed(filter(None, (place, deeper))), message


def _child(block: Any, value: Any, key: Any) -> tuple[blocks.Block, Any, str]:
    """Return the child that an error is about, its value, and how an editor knows it."""
    if isinstance(block, blocks.StructBlock):
        child = block.child_blocks[key]
        return child, value[key], str(capfirst(child.label))
    if isinstance(block, blocks.ListBlock):
        return block.child_block, value[key], str(key + 1)
    child = value[key].block
    return child, value[key].value, f"{key + 1} ({capfirst(child.label)})"
