"""What readers say is not right."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Report(models.Model):
    """A line from a reader: this is not right. It names nobody, unless the reader did."""

    place = models.ForeignKey(
        "warmtebronnen.WarmtebronPage",
        verbose_name=_("place"),
        on_delete=models.CASCADE,
        related_name="reports",
    )
    text = models.TextField(_("what is not right"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=12, choices=settings.LANGUAGES)
    made_at = models.DateTimeField(_("reported on"), default=timezone.now, db_index=True)
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answer = models.TextField(
        _("what we did"), max_length=500, blank=True, help_text=_("For the team, in a line.")
    )

    class Meta:
        """Names, order, and no permissions to add or delete: readers report, all is kept."""

        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-made_at", "-pk"]
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        """Return its number: the text may name somebody."""
        return f"{self.pk}"
