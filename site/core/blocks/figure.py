"""A picture with what it shows, its caption and its maker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail import blocks
from wagtail.images import get_image_model

from core.blocks.base import PICTURE_GROUP, BlockValue, FieldsBlock
from core.blocks.choosers import PictureChooserBlock


def sample_picture(number: int = 0) -> dict[str, Any]:
    """Return a figure for previews, with a picture that was uploaded before."""
    pictures = get_image_model().objects.order_by("pk")
    return {
        "image": next(iter(pictures[number : number + 1]), None),
        "alt_text": "Zes buren eten samen aan een lange tafel.",
        "decorative": False,
        "caption": "Aan tafel in de buurt. Wie wil, kookt mee.",
    }


class FigureValue(BlockValue):
    """A picture, as long as it has not been deleted."""

    @property
    def is_shown(self) -> bool:
        """Return whether the picture is still there."""
        return self["image"] is not None

    @property
    def alt(self) -> str:
        """Return what the picture shows; nothing for one that only decorates."""
        return "" if self["decorative"] else self["alt_text"] or self["image"].description


class FigureBlock(FieldsBlock):
    """One picture as wide as the text."""

    image = PictureChooserBlock(label=gettext_lazy("Picture"))
    alt_text = blocks.CharBlock(
        required=False,
        max_length=250,
        label=gettext_lazy("What does the picture show?"),
        help_text=gettext_lazy(
            "One sentence for who cannot see it. Say what matters: 'Two women mend a bicycle'."
        ),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        label=gettext_lazy("This picture is only there for its looks"),
        help_text=gettext_lazy("Then screen readers skip it and you need not describe it."),
    )
    caption = blocks.CharBlock(
        required=False,
        max_length=250,
        label=gettext_lazy("Caption"),
        help_text=gettext_lazy("Shown under the picture. Who made it is added by itself."),
    )

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Ask for a description, unless the picture only decorates."""
        if value.get("alt_text") or value.get("decorative"):
            return {}
        message = _("Describe the picture, or tick that it is only there for its looks.")
        return {"alt_text": ValidationError(message, code="required")}

    class Meta:
        """How an editor finds it."""

        group = PICTURE_GROUP
        icon = "image"
        label = gettext_lazy("Picture")
        label_format = "{caption}"
        description = gettext_lazy("One picture, with a caption")
        template = "core/blocks/figure.html"
        value_class = FigureValue
        preview_value = staticmethod(sample_picture)
