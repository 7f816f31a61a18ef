"""The form of one photo of a place: one that is kept, or a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.models import SiteImage
from core.security.forms import PictureField
from warmtebronnen.models import PlacePhoto


def _file() -> PictureField:
    """Return the field, whose words Wagtail puts in the language of the moment."""
    picker = forms.FileInput(attrs={"accept": "image/*"})
    return PictureField(label=_("Photo"), required=False, widget=picker)


class PhotoForm(forms.Form):
    """A photo, what it shows, and what stands below it.

    Browsers send no file twice. A photo that came through is kept at once, and `kept` says
    which it is, so that it need not be chosen again when something else is wrong.
    """

    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    file = _file()
    alt = forms.CharField(
        label=_("What is on the photo?"),
        required=False,
        max_length=255,
        help_text=_("In one sentence, for who cannot see it."),
    )
    caption = forms.CharField(
        label=_("What stands below it"),
        required=False,
        max_length=PlacePhoto._meta.get_field("caption").max_length,
    )
    remove = forms.BooleanField(label=_("Remove this photo"), required=False)

    def __init__(self, *args: Any, picture: SiteImage | None = None, **kwargs: Any) -> None:
        """Take the photo that is kept, if there is one."""
        super().__init__(*args, **kwargs)
        self.fields["file"] = _file()
        self.picture: SiteImage | None = None
        remove = self.fields.pop("remove")
        if picture is not None:
            self.fields["remove"] = remove
            self.settle(picture)

    def settle(self, picture: SiteImage) -> None:
        """Keep this photo: it is not asked for again, nor are the words that it has."""
        self.picture = picture
        self.fields.pop("file", None)
        if picture.description:
            self.fields.pop("alt", None)
        elif "alt" in self.fields:
            self.fields["alt"].required = True

    def clean(self) -> dict[str, Any]:
        """Ask for words where there is a photo, and for a photo where there are words."""
        data = self.cleaned_data
        if data.get("remove"):
            # What goes needs no words.
            self.errors.clear()
            return data
        has_photo = bool(self.picture or data.get("file"))
        needs_words = has_photo and "alt" in self.fields and "alt" not in self.errors
        if needs_words and not data.get("alt"):
            self.add_error("alt", _("Say in one sentence what is on the photo."))
        if not has_photo and "file" not in self.errors and (data.get("alt") or data["caption"]):
            self.add_error("file", _("Choose the photo that belongs to these words."))
        return data
