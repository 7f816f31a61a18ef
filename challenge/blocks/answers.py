"""The four answers to the question, as equals, and what each is met with."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from challenge.vocabulary import OUTCOMES, Choice
from core.blocks.base import TEXT_GROUP, FieldsBlock
from core.blocks.stream import GuardedStreamBlock

OUTCOME_CHOICES = [(code, dict(Choice.choices).get(code, _("No answer"))) for code in OUTCOMES]


class AnswerBlock(FieldsBlock):
    """One of the four answers in plain words, and what we ask or do next."""

    outcome = blocks.ChoiceBlock(choices=OUTCOME_CHOICES, label=_("answer"))
    title = blocks.CharBlock(label=_("title"), max_length=80)
    words = blocks.TextBlock(label=_("what it means"), max_length=400)
    follow_up = blocks.TextBlock(
        label=_("what we ask or do next"),
        max_length=400,
        help_text=_("A member who gives this answer reads it on the personal page."),
    )

    class Meta:
        """How an editor finds it."""

        template = "challenge/blocks/answer.html"
        group = TEXT_GROUP
        icon = "comment"
        label = _("Answer")
        label_format = "{title}"
        description = _("One of the four answers, and what we ask or do next")
        preview_value = {
            "outcome": "accept",
            "title": "Ja, ik doe mee",
            "words": "Het raadslid leeft een week van het bedrag en houdt een logboek bij.",
            "follow_up": "Hoe ging het, en waar werd het moeilijk?",
        }


class CampaignAnswersBlock(GuardedStreamBlock):
    """All four, each once."""

    answer = AnswerBlock()

    def clean(self, value: Any) -> Any:
        """Refuse a text in which an answer is missing, or is there twice.

        Raises:
            StreamBlockValidationError: one is.

        """
        value = super().clean(value)
        found = sorted(str(child.value["outcome"]) for child in value)
        if not self.is_deferred_validation and value and found != sorted(OUTCOMES):
            message = gettext("Give each of the four answers once.")
            raise StreamBlockValidationError(
                non_block_errors=[ValidationError(message, code=NON_FIELD_ERRORS)]
            )
        return value

    class Meta:
        """How many there are."""

        max_num = len(OUTCOMES)
