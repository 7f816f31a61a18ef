"""The forms of a member's own page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from challenge.models import Answer
from challenge.personal.answering import Reply
from challenge.personal.replying import MOST_WORDS, count_words
from challenge.vocabulary import Audience, Choice

MOST_LETTERS = 4000
# A hundred words are never longer; what is, was not typed by hand.
MOST_LETTERS_OF_A_STATEMENT = 2000


# Words of an answer are never private: who wants that writes none.
READERS = [
    (Audience.JOURNALIST.value, _("Only the journalist who writes the report")),
    (Audience.PUBLIC.value, _("Everybody, from the launch on")),
]


class WordsField(forms.CharField):
    """Words over several lines, whichever way a browser ends a line."""

    def to_python(self, value: Any) -> str:
        """Return the words with plain ends of lines."""
        words = super().to_python(value) or ""
        return words.replace("\r\n", "\n").replace("\r", "\n")


class AnswerForm(forms.Form):
    """One of the three answers, words of one's own, and who may read them."""

    choice = forms.ChoiceField(
        label=pgettext_lazy("council member", "Your answer"),
        choices=Choice.choices,
        widget=forms.RadioSelect,
    )
    words = WordsField(
        label=_("In your own words"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Please write nothing about anybody's health, of yourself or of others."),
    )
    audience = forms.ChoiceField(
        label=_("Who may read your words?"),
        choices=READERS,
        initial=Audience.JOURNALIST.value,
        widget=forms.RadioSelect,
        help_text=_("Which answer you gave is public from the launch on, whatever you choose."),
    )

    def __init__(self, texts: Mapping[str, Any], data: Any = None, **options: Any) -> None:
        """Say of each answer what it means.

        Args:
            texts: what the campaign's page says of each answer, by its code.
            data: what was sent, if something was.
            **options: as any form.

        """
        super().__init__(data, **options)
        choice = self.fields["choice"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [
                (code, _explained(texts[code]) if code in texts else label)
                for code, label in Choice.choices
            ]

    def reply(self) -> Reply:
        """Return what was answered; the form has been found in order."""
        said = self.cleaned_data
        return Reply(choice=said["choice"], words=said["words"], audience=said["audience"])


class FollowUpForm(AnswerForm):
    """The words that go with an answer that was given, once more: the answer itself stays."""

    def __init__(self, answer: Answer, data: Any = None) -> None:
        """Begin with the words that are there."""
        before = {"choice": answer.choice, "words": answer.words, "audience": answer.audience}
        # Two forms on one page: each field has a name of its own for its label.
        super().__init__({}, data, initial=before, auto_id="reply-%s")
        self.fields["choice"].widget = forms.HiddenInput()


class CorrectionForm(forms.Form):
    """What is not right in a record."""

    words = WordsField(
        label=_("What is not right, and what should it be?"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class StatementForm(forms.Form):
    """At most a hundred words; none take the statement back."""

    words = WordsField(
        label=_("Your statement"),
        required=False,
        max_length=MOST_LETTERS_OF_A_STATEMENT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("At most 100 words. Leave it empty to have no statement."),
    )

    def clean_words(self) -> str:
        """Refuse more words than stand beside a record.

        Raises:
            ValidationError: there are more.

        """
        words: str = self.cleaned_data["words"]
        number = count_words(words)
        if number > MOST_WORDS:
            message = _("These are %(number)s words. There is room for %(most)s.")
            raise ValidationError(message, params={"number": number, "most": MOST_WORDS})
        return words


def _explained(text: Any) -> str:
    """Return an answer by its title, and what it means."""
    return format_html(
        '<span class="choice__title">{}</span> <span class="choice__words">{}</span>',
        text["title"],
        text["words"],
    )
