"""The form that takes a table."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from core.importing.tables import FileRefusedError, refuse_if_too_large


class TableForm(forms.Form):
    """A CSV or XLSX file, refused by its size before it is read."""

    file = forms.FileField(
        label=_("Table"),
        help_text=_("CSV or XLSX. The first row holds the names of the columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        allow_empty_file=True,
    )

    def clean_file(self) -> UploadedFile:
        """Refuse what is larger than any table that we read.

        Raises:
            ValidationError: it is.

        """
        upload: UploadedFile = self.cleaned_data["file"]
        try:
            refuse_if_too_large(upload.size or 0)
        except FileRefusedError as error:
            raise ValidationError(str(error)) from error
        return upload
