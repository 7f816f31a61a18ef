"""What makes an address or a number one that a reader can use."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

validate_postcode = RegexValidator(
    r"^[1-9]\d{3} ?[A-Z]{2}$",
    _("Give the postcode as four digits and two capitals, for example 3011 GC."),
)
validate_phone = RegexValidator(
    r"^\+?[\d ()-]{6,}$", _("Give a phone number, for example 010 123 45 67.")
)
