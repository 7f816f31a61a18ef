"""The forms of the desk."""

from __future__ import annotations

from secrets import token_hex
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from core.security.sounds import kind_of_sound
from redactieraad.models import Member, Remark

MEGABYTE = 1024 * 1024
# About ten minutes, as phones record.
LARGEST_VOICE = 10 * MEGABYTE


class RemarkForm(forms.Form):
    """What somebody has to say, typed or spoken."""

    text = forms.CharField(
        label=_("Your remark"),
        required=False,
        max_length=Remark._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    voice = forms.FileField(
        label=_("Or say it"),
        required=False,
        help_text=_(
            "A recording of at most ten minutes. Only the redactieraad and the writers hear it. "
            "We delete it when the text is decided on."
        ),
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": "user"}),
    )
    fingerprint = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_voice(self) -> UploadedFile | None:
        """Return the recording under a name that tells nothing.

        Raises:
            ValidationError: it is no recording, or it is too large.

        """
        voice = self.cleaned_data["voice"]
        if not voice:
            return None
        if voice.size > LARGEST_VOICE:
            raise ValidationError(
                _("This recording is too long. Make one of at most ten minutes."), code="size"
            )
        kind = kind_of_sound(voice)
        if kind is None:
            raise ValidationError(
                _("This is not a recording that we can play. Record it again with your phone."),
                code="content",
            )
        voice.name = f"{token_hex(16)}{kind.suffix}"
        return voice

    def clean(self) -> dict[str, Any]:
        """Ask for words, in one way or the other."""
        data = self.cleaned_data
        if not data.get("voice") and not data.get("text") and not self.errors:
            self.add_error(
                "text", ValidationError(_("Type something, or say it."), code="required")
            )
        return data

    def has_lost_recording(self) -> bool:
        """Return whether a recording came along that the browser will not send again."""
        return bool(self.files) and not self.is_valid()


class MeForm(forms.ModelForm):
    """What a member decides about themselves."""

    class Meta:
        """The fields, with a phone's own calendar."""

        model = Member
        fields = ["away_from", "away_until", "wants_digest", "larger_letters"]
        labels = {"wants_digest": _("Mail me when something waits for me")}
        widgets = dict.fromkeys(
            ("away_from", "away_until"),
            forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        )

    def clean(self) -> dict[str, Any]:
        """Refuse half a holiday, and one that ends before it begins."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("away_from"), data.get("away_until")
        if self.errors:
            return data
        if bool(first) != bool(last):
            empty = "away_until" if first else "away_from"
            self.add_error(empty, _("Fill in both days, or none."))
        elif first and last < first:
            self.add_error("away_until", _("The last day is before the first day."))
        return data
