"""A few pictures beside each other."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks.base import PICTURE_GROUP, TITLE_HELP, BlockValue, FieldsBlock
from core.blocks.choosers import PictureChooserBlock
from core.blocks.figure import FigureBlock, FigureValue, sample_picture


class GalleryFigureBlock(FigureBlock):
    """A figure of a gallery: smaller, cropped around its focal point."""

    image = PictureChooserBlock(size="tile", label=_("Picture"))


class GalleryValue(BlockValue):
    """The pictures that are still there."""

    @property
    def shown(self) -> list[FigureValue]:
        """Return the figures whose picture has not been deleted."""
        return [figure for figure in self["figures"] if figure.is_shown]

    @property
    def is_shown(self) -> bool:
        """Return whether a picture is left."""
        return bool(self.shown)


def _sample() -> dict[str, Any]:
    return {
        "title": "De open dag in beeld",
        "figures": [sample_picture(number) for number in range(3)],
    }


class GalleryBlock(FieldsBlock):
    """Two to twelve pictures."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("Title"), help_text=TITLE_HELP)
    figures = blocks.ListBlock(
        GalleryFigureBlock(),
        min_num=2,
        max_num=12,
        label=_("Pictures"),
        help_text=_("Pictures are cropped to the same shape, around their focal point."),
    )

    class Meta:
        """How an editor finds it."""

        group = PICTURE_GROUP
        icon = "image"
        label = _("Gallery")
        label_format = "{title}"
        description = _("Two to twelve pictures beside each other")
        template = "core/blocks/gallery.html"
        value_class = GalleryValue
        preview_value = staticmethod(_sample)
