"""A film on this site itself: nothing is loaded before a reader presses play."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wagtail import blocks
from wagtail.documents import get_document_model

from core.blocks.base import PICTURE_GROUP, BlockValue, FieldsBlock
from core.blocks.choosers import FileChooserBlock, PictureChooserBlock
from core.blocks.figure import sample_picture
from core.blocks.files import file_errors
from core.blocks.text import RichTextBlock

FILM_TYPES = {"mp4": "video/mp4", "webm": "video/webm"}


def _languages() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


class CaptionsBlock(FieldsBlock):
    """What is said and heard, as text in the film."""

    language = blocks.ChoiceBlock(
        choices=_languages, default="nl", label=gettext_lazy("Language of the captions")
    )
    file = FileChooserBlock(
        label=gettext_lazy("Captions"), help_text=gettext_lazy("A file that ends in .vtt.")
    )

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Refuse a file that holds no captions."""
        message = _("Choose a captions file: its name ends in .vtt and it starts with WEBVTT.")
        return file_errors(value.get("file"), {"vtt"}, message)

    class Meta:
        """Captions are named by their language when they are folded."""

        label_format = "{language}"


class VideoValue(BlockValue):
    """A film, as long as its file has not been deleted."""

    @property
    def is_shown(self) -> bool:
        """Return whether the film is still there."""
        return self["file"] is not None

    @property
    def type(self) -> str:
        """Return the film's content type."""
        return FILM_TYPES.get(self["file"].file_extension.lower(), "video/mp4")

    @property
    def tracks(self) -> list[dict[str, Any]]:
        """Return the captions, those in the reader's language first: they are on by default."""
        tracks = [
            {
                "url": captions["file"].url,
                "language": captions["language"],
                "name": dict(settings.LANGUAGES).get(captions["language"], captions["language"]),
            }
            for captions in self["captions"]
            if captions["file"]
        ]
        return sorted(tracks, key=lambda track: track["language"] != get_language())


def _sample() -> dict[str, Any]:
    films = get_document_model().objects.filter(file__iregex=r"\.(mp4|webm)$")
    return {
        "title": "Een middag in de buurttuin",
        "file": films.order_by("pk").first(),
        "poster": sample_picture()["image"],
        "captions": [],
        "transcript": "<p>Een vrouw geeft planten water. Ze zegt: 'Hier ken ik iedereen.'</p>",
    }


class VideoBlock(FieldsBlock):
    """A film with captions and everything that is said and seen as text."""

    title = blocks.CharBlock(
        max_length=140,
        label=gettext_lazy("Title"),
        help_text=gettext_lazy("What is the film about?"),
    )
    file = FileChooserBlock(
        label=gettext_lazy("Film"),
        help_text=gettext_lazy(
            "A file that ends in .mp4 or .webm. Small films reach more readers."
        ),
    )
    poster = PictureChooserBlock(
        size="poster",
        label=gettext_lazy("Picture before it starts"),
        help_text=gettext_lazy("Shown until a reader presses play."),
    )
    captions = blocks.ListBlock(
        CaptionsBlock(),
        min_num=1,
        label=gettext_lazy("Captions"),
        help_text=gettext_lazy("What is said and heard, for who cannot hear it."),
    )
    transcript = RichTextBlock(
        label=gettext_lazy("The film in text"),
        help_text=gettext_lazy("Everything that is said, and what is seen where that matters."),
    )

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Refuse a file that is no film that browsers play."""
        message = _("Choose a film: an .mp4 or .webm file.")
        return file_errors(value.get("file"), FILM_TYPES, message)

    class Meta:
        """How an editor finds it."""

        group = PICTURE_GROUP
        icon = "media"
        label = gettext_lazy("Film")
        label_format = "{title}"
        description = gettext_lazy("A film with captions and its text")
        template = "core/blocks/video.html"
        value_class = VideoValue
        preview_value = staticmethod(_sample)
