"""Records of the programme, edited once and shown in many places."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.models import TranslatableMixin


class ProgrammeLine(TranslatableMixin, models.Model):
    """One of the lines along which Warm Rotterdam works."""

    key = models.SlugField(_("key"), max_length=40)
    name = models.CharField(_("name"), max_length=120)

    class Meta(TranslatableMixin.Meta):
        """Names, and one line per key and language."""

        verbose_name = _("programme line")
        verbose_name_plural = _("programme lines")
        constraints = [
            models.UniqueConstraint(fields=["key", "locale"], name="projects_line_key_per_language")
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
