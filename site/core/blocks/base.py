"""What the blocks of the library share: their groups in the chooser, and how they validate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

# The groups in the editor's list of blocks, in the order in which they are offered.
TEXT_GROUP = _("Text")
PICTURE_GROUP = _("Pictures and film")
NUMBER_GROUP = _("Figures and tables")
LINK_GROUP = _("Links and contact")

TITLE_HELP = _("Short and clear. Leave it empty if the text before it already says it.")


class BlockValue(blocks.StructValue):
    """A block's value, which knows whether there is anything to show."""

    @property
    def is_shown(self) -> bool:
        """Return whether a reader sees this block; when not, it is left out in silence."""
        return True


class FieldsBlock(blocks.StructBlock):
    """A block of several fields, with rules over them that report their errors at the field.

    Drafts may be incomplete: the rules count from the moment that the text is
    published or handed in, as Wagtail does with required fields.
    """

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Return the errors by field name. The value may hold fields that are invalid."""
        return {}

    def clean(self, value: Mapping[str, Any]) -> blocks.StructValue:
        """Report every error at once: those of the fields and those of the rules."""
        errors: dict[str, ValidationError] = {}
        try:
            value = super().clean(value)
        except StructBlockValidationError as error:
            errors = error.block_errors
        if not self.is_deferred_validation:
            errors = {**self.rule_errors(value), **errors}
        if errors:
            raise StructBlockValidationError(block_errors=errors)
        return value

    class Meta:
        """Every value knows whether it is shown."""

        value_class = BlockValue
