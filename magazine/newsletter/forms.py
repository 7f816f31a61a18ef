"""The forms of the newsletter, for readers and for editors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from languages.registry import LANGUAGES


def language_choices() -> list[tuple[str, str]]:
    """Return the languages, each by the name that its readers know."""
    return [
        (one.code, format_html('<bdi lang="{}">{}</bdi>', one.code, one.name_local))
        for one in LANGUAGES
    ]


class LanguagesForm(forms.Form):
    """Which languages somebody reads."""

    languages = forms.MultipleChoiceField(
        label=_("Which languages do you read?"),
        help_text=_("You get each edition once, in a language that you read."),
        choices=language_choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one language."),
            "invalid_choice": _("Choose at least one language."),
        },
    )


class SubscribeForm(LanguagesForm):
    """Where to mail, in which languages."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Fill in your e-mail address."),
            "invalid": _("This is no e-mail address. It looks like name@example.org."),
        },
    )
    # Nobody sees this field (trap.html). Programs that fill in every form fill it in too.
    website = forms.CharField(required=False)

    @property
    def is_a_trap(self) -> bool:
        """Return whether a program filled this in."""
        return bool(self.cleaned_data.get("website"))


class TestMailForm(forms.Form):
    """In which language an editor gets the edition as a test."""

    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        """Take the languages that the edition is in."""
        super().__init__(*args, **kwargs)
        names = dict(settings.LANGUAGES)
        self.fields["language"].choices = [(code, names[code]) for code in languages]  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """Somebody's address, to take it off the list when they ask us to."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
