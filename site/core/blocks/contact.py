"""Whom to call or write to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail import blocks

from core.blocks.base import LINK_GROUP, BlockValue, FieldsBlock

phone_number = RegexValidator(
    r"^(?=(?:\D*\d){5,15}\D*$)\+?[\d\s().-]+$",
    gettext_lazy("Enter a phone number, for example 010 123 45 67 or 14010."),
)


class ContactValue(BlockValue):
    """Ways to reach somebody."""

    @property
    def phone_link(self) -> str:
        """Return the number as a phone dials it."""
        return "tel:" + re.sub(r"[^\d+]", "", self["phone"])

    @property
    def is_shown(self) -> bool:
        """Return whether it says how to reach somebody."""
        return bool(self["phone"] or self["email"] or self["text"])


class ContactBlock(FieldsBlock):
    """A person or a desk, with phone number and e-mail address."""

    title = blocks.CharBlock(max_length=100, label=gettext_lazy("Title"))
    text = blocks.TextBlock(
        required=False,
        max_length=300,
        rows=2,
        label=gettext_lazy("Text"),
        help_text=gettext_lazy("What can readers ask, and when?"),
    )
    name = blocks.CharBlock(required=False, max_length=120, label=gettext_lazy("Name"))
    phone = blocks.CharBlock(
        required=False,
        max_length=30,
        label=gettext_lazy("Phone number"),
        validators=[phone_number],
    )
    email = blocks.EmailBlock(required=False, label=gettext_lazy("E-mail address"))

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Ask for at least one way to get in touch; a text can tell of others."""
        if value.get("phone") or value.get("email") or value.get("text"):
            return {}
        message = _("Fill in a phone number or an e-mail address, or tell how else to reach you.")
        return {"phone": ValidationError(message, code="required")}

    class Meta:
        """How an editor finds it."""

        group = LINK_GROUP
        icon = "mail"
        label = gettext_lazy("Contact")
        label_format = "{title}"
        description = gettext_lazy("Whom to call or write to")
        template = "core/blocks/contact.html"
        value_class = ContactValue
        preview_value = {
            "title": "Bel of mail ons",
            "text": "We zijn er op werkdagen van tien tot vier.",
            "name": "Yusuf (voorbeeld)",
            "phone": "010 123 45 67",
            "email": "hallo@voorbeeld.example",
        }
