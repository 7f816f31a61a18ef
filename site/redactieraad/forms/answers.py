"""The form in which a writer answers the redactieraad."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from redactieraad.models import Remark


class AnswerForm(forms.Form):
    """What a writer says back."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=Remark._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The members of the redactieraad read it beside the text."),
    )
