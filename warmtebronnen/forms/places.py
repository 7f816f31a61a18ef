"""The form in which a partner says what is true of their place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from warmtebronnen.forms.hours import OpeningHoursField, OpeningHoursWidget
from warmtebronnen.models import WarmtebronPage

# What partners may change, under the headings of their form. All else (the name, the address,
# the organisation) is the team's.
SECTIONS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Opening hours"), ("hours", "hours_note")),
    (_("Phone, e-mail and website"), ("phone", "whatsapp", "email", "website")),
    (_("Your place"), ("summary", "needs", "for_whom", "conditions")),
    (_("Coming in"), ("how_to_come", "costs", "costs_note", "spoken", "access", "how_to_find")),
)
FIELDS = [name for _heading, names in SECTIONS for name in names]


def _lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PlaceForm(forms.ModelForm):
    """The facts and the short words of a place."""

    hours = OpeningHoursField(
        label=_("Opening hours"), required=False, widget=OpeningHoursWidget(can_ask=True)
    )

    class Meta:
        """The fields, with a phone's own keyboards."""

        model = WarmtebronPage
        fields = FIELDS
        widgets = {
            "summary": _lines(4),
            "conditions": _lines(3),
            "how_to_find": _lines(3),
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
            "whatsapp": forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out what a confidential place may not tell."""
        super().__init__(*args, **kwargs)
        if self.instance.is_confidential:
            del self.fields["how_to_find"]

    def sections(self) -> list[tuple[str | Promise, list[forms.BoundField]]]:
        """Return the fields under their headings."""
        return [
            (heading, [self[name] for name in names if name in self.fields])
            for heading, names in SECTIONS
        ]

    def add_error(self, field: str | None, error: Any) -> None:
        """Say of the whole form what is wrong with a field that is the team's."""
        if field is not None or not hasattr(error, "error_dict"):
            super().add_error(field, error)
            return
        for name, faults in error.error_dict.items():
            shown = name if name in self.fields else None
            super().add_error(shown, ValidationError(faults))
