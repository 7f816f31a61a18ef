"""That somebody looked, and all that we say of a place is right."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Confirmation(models.Model):
    """One time that a place was looked at and found right."""

    class By(models.TextChoices):
        """Who looked."""

        PLACE = "place", _("the people of this place")
        TEAM = "team", _("the team of Warm Rotterdam")

    place = models.ForeignKey(
        "warmtebronnen.WarmtebronPage",
        verbose_name=_("place"),
        on_delete=models.CASCADE,
        related_name="confirmations",
    )
    confirmed_at = models.DateTimeField(_("confirmed on"), default=timezone.now, db_index=True)
    by = models.CharField(_("by"), max_length=5, choices=By.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Names and order."""

        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        ordering = ["-confirmed_at", "-pk"]

    def __str__(self) -> str:
        """Return the day."""
        return f"{self.confirmed_at:%Y-%m-%d}"
