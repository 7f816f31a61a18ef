"""The address of a confidential place, for who tends it."""

from __future__ import annotations

from typing import Self

from django import forms
from django.utils.translation import gettext_lazy as _

from core.vault import SealedError
from warmtebronnen.models import PrivateAddress, WarmtebronPage


class PrivateAddressForm(forms.Form):
    """Where a confidential place is."""

    address = forms.CharField(
        label=_("Confidential address"),
        required=False,
        max_length=300,
        help_text=_("Only who tends this place and Beheer can read it. It is kept locked."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    @classmethod
    def of(cls, place: WarmtebronPage) -> Self:
        """Return the form with the address as it is kept."""
        kept = PrivateAddress.objects.filter(place=place).first()
        try:
            return cls(initial={"address": kept.unlock_address() if kept else ""})
        except SealedError:
            return cls()

    def save(self, place: WarmtebronPage) -> None:
        """Lock the address away, or forget it where it was emptied."""
        address = self.cleaned_data["address"].strip()
        if not address:
            PrivateAddress.objects.filter(place=place).delete()
            return
        kept = PrivateAddress.objects.filter(place=place).first() or PrivateAddress(place=place)
        kept.set_address(address)
        kept.save()
