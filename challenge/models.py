"""The pages of the challenge app."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.models import ContentPage


class ChallengeIndexPage(ContentPage):
    """The question to the council and the four answers to it."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("The question to the council and the four answers to it.")

    class Meta:
        """Names."""

        verbose_name = _("challenge")
        verbose_name_plural = _("challenge")
