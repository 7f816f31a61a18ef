"""Pictures: what they show, who made them, and where the eye should rest."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """A picture. Wagtail's `description` holds the alt text, `focal_point_*` the focal point."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made this picture, as it is shown beside it."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        """Names and the permission to choose a picture."""

        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = [("choose_siteimage", "Can choose image")]


class SiteRendition(AbstractRendition):
    """One finished version of a picture: a size, a crop and a format."""

    image = models.ForeignKey(SiteImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        """One rendition for each picture, filter and focal point."""

        unique_together = (("image", "filter_spec", "focal_point_key"),)
