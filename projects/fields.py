"""Model fields of the records."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class HttpsURLField(models.URLField):
    """An address on the web that a reader can follow safely: https only.

    What is typed without a scheme gets https, so that `www.cbs.nl` is right.
    """

    default_validators = [
        URLValidator(
            schemes=["https"],
            message=_("Give a full address that starts with https://."),
        )
    ]

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Return a form field that adds https:// to an address without a scheme."""
        return super().formfield(**{"assume_scheme": "https"} | kwargs)
