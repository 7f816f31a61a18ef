"""Words of a council member, taken from the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from challenge.blocks.live import LiveBlock
from core.blocks.base import TEXT_GROUP


class SourceBlock(blocks.FieldBlock):
    """Which words. The form of a report fills the list, for who may read it."""

    def __init__(self, **kwargs: Any) -> None:
        """Make a list without anything in it."""
        label, help_text = kwargs.get("label"), kwargs.get("help_text", "")
        self.field = forms.CharField(
            label=label, help_text=help_text, max_length=40, widget=forms.Select()
        )
        super().__init__(**kwargs)

    def offer(self, choices: list[tuple[str, Any]]) -> None:
        """Let these be chosen in the form that is drawn next."""
        self.field.widget.choices = [("", "---------"), *choices]


class VoiceBlock(LiveBlock):
    """A quote that holds no words of its own: who withdraws them, takes them out of the report."""

    source = SourceBlock(
        label=_("Words"),
        help_text=_(
            "Only words that everybody may read are listed. If their writer takes them back, "
            "the quote disappears."
        ),
    )
    introduction = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Where or when"),
        help_text=_("Leave it empty to say by itself where these words come from."),
    )

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Refuse words that may not be quoted, or not any more."""
        from challenge.journalist.voices import named  # noqa: PLC0415 - it needs models

        source = str(value.get("source") or "")
        if source and source not in named([source]):
            message = gettext("These words may not be quoted any more. Choose others.")
            return {"source": ValidationError(message)}
        return {}

    def may_be_seen(self, report: Any, user: Any) -> bool:
        """Return whether this person may read quotes now."""
        return bool(report.shows_quotes_to(user))

    def drawn(self, value: Mapping[str, Any], report: Any) -> Any:
        """Return whose words these are, and the words."""
        if report is None:
            return {
                "text": "Na drie dagen telde ik elke boodschap. Dat had ik niet verwacht.",
                "speaker": "Raadslid Voorbeeld, Voorbeeldpartij",
                "occasion": "in het logboek",
            }
        voice = report.voices.get(value["source"])
        if voice is None:
            return None
        return {
            "text": voice.words,
            "speaker": f"{voice.speaker}, {voice.party}",
            "occasion": value["introduction"] or voice.occasion,
        }

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "openquote"
        label = _("Quote from the data")
        label_format = "{source}"
        description = _("What a council member let everybody read, with the name")
        template = "challenge/blocks/voice.html"
        preview_value = {"source": "answer-1", "introduction": ""}
