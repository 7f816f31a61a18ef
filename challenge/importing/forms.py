"""The form that takes a table of council members."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from challenge.models import Council
from core.importing.forms import TableForm


class MembersTableForm(TableForm):
    """A CSV or XLSX file, and whose members are in it."""

    council = forms.ModelChoiceField(Council.objects.all(), label=_("Council"))
    field_order = ["council", "file"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say of what the table is; a site with one council need not ask which."""
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Table of members")
        only = Council.objects.all()[:2]
        if len(only) == 1:
            self.fields["council"].initial = only[0]
