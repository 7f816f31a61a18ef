"""The upload forms of the admin: content is checked, not only the name."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from core.security.documents import is_what_it_says
from core.security.pictures import NotAPictureError, check_readable, strip_metadata


class ImageForm(BaseImageForm):
    """A picture, which must be one, with the alt text that readers who cannot see it need."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the alt text by the name that editors know."""
        super().__init__(*args, **kwargs)
        if field := self.fields.get("description"):
            field.label = _("Alt text")
            field.required = True
            field.help_text = _(
                "Say in one sentence what matters in this picture, for who cannot see it. "
                "Do not begin with 'picture of'."
            )

    def clean_file(self) -> Any:
        """Return the picture without what the camera wrote into it."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            try:
                check_readable(file)
            except NotAPictureError:
                raise ValidationError(
                    _("This picture is damaged. Save it again on your computer or phone."),
                    code="damaged",
                ) from None
            # In place: Wagtail keeps the upload itself while it waits for the alt text.
            if strip_metadata(file):
                file.size = file.seek(0, 2)
                file.seek(0)
        return file


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
                params={"kinds": ", ".join(sorted(settings.WAGTAILDOCS_EXTENSIONS))},
            )
        return file
