"""The pages of the projects app."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import ContentPage
from core.opendata.registry import LICENCE_URL
from core.seo.metadata import absolute
from projects import selectors


class ProjectIndexPage(ContentPage):
    """The projects of the programme, under the programme's lines."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("The projects of the programme.")

    class Meta:
        """Names."""

        verbose_name = _("projects")
        verbose_name_plural = _("projects")

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template that lists the lines below the text."""
        return "projects/project_index_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the programme lines in the language of this page."""
        context = super().get_context(request, *args, **kwargs)
        context["lines"] = selectors.programme_lines(self.locale.language_code)
        return context


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
    """Facts and figures by topic, each with its source."""

    parent_page_types = ["home.InfoPage"]
    subpage_types: list[str] = []
    page_description = _("Facts and figures, each with its source.")

    class Meta:
        """Names."""

        verbose_name = _("facts and figures")
        verbose_name_plural = _("facts and figures")

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template that lists the facts below the text."""
        return "projects/facts_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add all live facts by topic, in the language of this page."""
        context = super().get_context(request, *args, **kwargs)
        context["groups"] = list(selectors.facts_by_topic(self.locale.language_code))
        return context

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the figures as a dataset that anybody may use."""
        return [
            {
                "@type": "Dataset",
                "name": self.title,
                "description": self.intro or str(self.page_description),
                "license": LICENCE_URL,
                "isAccessibleForFree": True,
                "distribution": {
                    "@type": "DataDownload",
                    "encodingFormat": "text/csv",
                    "contentUrl": absolute(reverse("facts_csv")),
                },
            }
        ]
