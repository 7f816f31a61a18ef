"""Stories that belong together over several editions."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin


class Series(TranslatableMixin):
    """A series of stories, such as one life followed for a year."""

    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(
        _("about this series"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences: what do these stories share?"),
    )

    panels = [FieldPanel("name"), FieldPanel("about")]

    class Meta(TranslatableMixin.Meta):
        """Names and order."""

        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
