"""The pages of the magazine app."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.models import ContentPage


class MagazineIndexPage(ContentPage):
    """The magazine: what it is, who makes it."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("The magazine: what it is, who makes it.")

    class Meta:
        """Names."""

        verbose_name = _("magazine")
        verbose_name_plural = _("magazine")
