"""Who tends which place."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Tending(models.Model):
    """One person who keeps one place's page right. Several may tend one; one may tend several.

    Whoever leaves is deleted here, and has no way in from that moment.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="tendings",
    )
    place = models.ForeignKey(
        "warmtebronnen.WarmtebronPage",
        verbose_name=_("place"),
        on_delete=models.CASCADE,
        related_name="tendings",
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # When this person was last asked whether all is right.
    asked_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        """Names, and nobody twice at one place."""

        verbose_name = _("partner of a place")
        verbose_name_plural = _("partners of places")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "place"], name="warmtebronnen_tending_once")
        ]

    def __str__(self) -> str:
        """Return who tends what, by number: names are personal."""
        return f"{self.user_id}: {self.place_id}"
