"""The upload forms of the admin: content is checked, not only the name."""

from __future__ import annotations

from os import SEEK_END
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from core.enumerating import listed
from core.security.documents import is_what_it_says
from core.security.pictures import (
    NotAPictureError,
    TooManyPixelsError,
    check_readable,
    strip_metadata,
)


class PictureField(WagtailImageField):
    """A picture that can be read to its end, without what the camera wrote into it."""

    def to_python(self, data: Any) -> Any:
        """Return the picture, stripped.

        Ours comes before Wagtail's own check, which decodes a picture before it counts
        its pixels and fails on one that is cut short:
        https://github.com/wagtail/wagtail/issues/1354

        Raises:
            ValidationError: it is none, it is damaged, or it is too large.

        """
        if isinstance(data, UploadedFile) and data.size:
            self.check_image_file_size(data)
            try:
                check_readable(data, self.max_image_pixels)
                # In place: Wagtail keeps the upload itself while it waits for the alt text.
                if strip_metadata(data):
                    data.size = data.seek(0, SEEK_END)
                    data.seek(0)
            except NotAPictureError:
                raise ValidationError(
                    _("This file is damaged, or it is not a picture that we can show."),
                    code="damaged",
                ) from None
            except TooManyPixelsError:
                raise ValidationError(
                    _("This picture is too large. Make it smaller, to at most 8000 by 6000 dots."),
                    code="too_many_pixels",
                ) from None
        return super().to_python(data)


class ImageForm(BaseImageForm):
    """A picture with the alt text that readers who cannot see it need."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Check the picture our way, and ask for the alt text by the name that editors know."""
        super().__init__(*args, **kwargs)
        if wagtails := self.fields.get("file"):
            # Wagtail makes this field itself and offers no setting for its class.
            self.fields["file"] = PictureField(
                label=wagtails.label, required=wagtails.required, widget=wagtails.widget
            )
        if field := self.fields.get("description"):
            field.label = _("Alt text")
            field.required = True
            field.help_text = _(
                "Say in one sentence what matters in this picture, for who cannot see it. "
                "Do not begin with 'picture of'."
            )


class DocumentForm(BaseDocumentForm):
    """A document whose content is what its name says."""

    def clean_file(self) -> Any:
        """Return the file if its content fits its name."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile) and not is_what_it_says(file, file.name or ""):
            raise ValidationError(
                _(
                    "What is in this file does not fit its name, or we do not accept files of "
                    "this kind. You can upload: %(kinds)s."
                ),
                code="content",
                params={"kinds": listed(sorted(settings.WAGTAILDOCS_EXTENSIONS))},
            )
        return file
