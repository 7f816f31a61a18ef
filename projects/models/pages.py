"""The pages of the projects app."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.models import ContentPage


class ProjectIndexPage(ContentPage):
    """The projects of the programme."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("The projects of the programme.")

    class Meta:
        """Names."""

        verbose_name = _("projects")
        verbose_name_plural = _("projects")


class AgendaPage(ContentPage):
    """What is on, and what has been."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("What is on, and what has been.")

    class Meta:
        """Names."""

        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")


class FactsPage(ContentPage):
    """Facts and figures, each with its source."""

    parent_page_types = ["home.InfoPage"]
    subpage_types: list[str] = []
    page_description = _("Facts and figures, each with its source.")

    class Meta:
        """Names."""

        verbose_name = _("facts and figures")
        verbose_name_plural = _("facts and figures")
