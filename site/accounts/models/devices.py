"""The devices on which people stay signed in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TrustedDevice(models.Model):
    """A device on which somebody asked to stay signed in.

    The session itself decides until when; this row only tells its owner about it.
    """

    class Kind(models.TextChoices):
        """What a person would call it. More of what a browser tells is not kept."""

        PHONE = "phone", _("A phone or tablet")
        COMPUTER = "computer", _("A computer")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="trusted_devices"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # Of the mark that sessions carry: with another password or era, they have ended.
    sessions = models.CharField(max_length=64)
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        """The latest first, and no permissions: these rows are each person's own."""

        default_permissions = ()
        ordering = ["-since", "-pk"]

    def __str__(self) -> str:
        """Return what kind of device it is."""
        return str(self.get_kind_display())
