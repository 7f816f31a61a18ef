"""The form that takes a table of places."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.importing.forms import TableForm


class ImportForm(TableForm):
    """A CSV or XLSX file of places."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say of what the table is."""
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Table of places")
