"""The pages of the warmtebronnen app."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.models import ContentPage


class WarmtebronnenIndexPage(ContentPage):
    """Warmtebronnen: what they are and why."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["warmtebronnen.WarmtebronPage"]
    page_description = _("Warmtebronnen: what they are and why.")

    class Meta:
        """Names."""

        verbose_name = _("warm places")
        verbose_name_plural = _("warm places")
