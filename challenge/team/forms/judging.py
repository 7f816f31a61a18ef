"""What the team decides about a member's record: a fact that is otherwise, a correction."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from challenge.models import Correction, Ruling
from challenge.team.acting import reply_to, rule
from challenge.team.forms.acts import LINES, MOST_WORDS, ActForm
from challenge.vocabulary import FactKey


class RulingForm(ActForm):
    """A fact that is otherwise than the site established it."""

    fact = forms.ChoiceField(label=_("Fact"), choices=FactKey.choices)
    value = forms.TypedChoiceField(
        label=_("It is"),
        choices=[("yes", _("yes")), ("no", _("no"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=Ruling._meta.get_field("reason").max_length,
        help_text=_("In plain words. Nothing about somebody's health or household."),
    )

    def carry_out(self, by: Any) -> None:
        """Establish it."""
        rule(self.invitee, by=by, **self.cleaned_data)


class ReplyForm(ActForm):
    """What became of a correction."""

    correction = forms.ModelChoiceField(Correction.objects.none(), widget=forms.HiddenInput)
    standing = forms.ChoiceField(
        label=_("What became of it"),
        choices=[choice for choice in Correction.Standing.choices if choice[0] != "open"],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("Our reply"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("The member reads it on their own page."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take only corrections of this member that wait."""
        super().__init__(*args, **kwargs)
        waiting = self.invitee.corrections.filter(standing=Correction.Standing.OPEN)
        field: Any = self.fields["correction"]
        field.queryset = waiting
        field.initial = waiting.order_by("asked_at").first()

    def carry_out(self, by: Any) -> None:
        """Reply."""
        data = self.cleaned_data
        reply_to(data["correction"], data["standing"], data["words"], by)
