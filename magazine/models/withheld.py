"""Files that may not be served, because who they show does not agree any more."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class WithheldFile(models.Model):
    """A picture or recording that is kept from readers, or on its way there or back.

    The row is written in the transaction that takes the portrait offline; the file
    follows when that is committed. Where it cannot (the store is away), the clock tries again.
    """

    image = models.OneToOneField(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="withheld",
    )
    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="withheld",
    )
    # What the file is called among the private ones; empty until it is there.
    kept_as = models.CharField(max_length=255, blank=True)
    moved_at = models.DateTimeField(null=True)
    # The person agrees again: the file goes back, and this row with it.
    goes_back = models.BooleanField(default=False)

    class Meta:
        """Names, and one row for each file."""

        verbose_name = _("withheld file")
        verbose_name_plural = _("withheld files")
        constraints = [
            models.CheckConstraint(
                condition=Q(image=None) ^ Q(document=None), name="magazine_withheld_one_file"
            )
        ]

    def __str__(self) -> str:
        """Return which file it is."""
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def original(self) -> Any:
        """The picture or document whose file this is."""
        return self.image or self.document
