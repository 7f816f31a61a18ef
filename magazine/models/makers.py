"""The people who write, photograph and draw for the magazine."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.fields import picture_field
from core.models import BasePage
from magazine import structured_data
from magazine.lists.query import PAGE
from redactieraad.governed import GovernedPage


class MakerPage(GovernedPage):
    """A maker, in a few lines, with everything that they made. The title is their name."""

    about = models.TextField(
        _("about this person"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences that this person agrees with."),
    )
    photo = picture_field(_("photo"))
    is_example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("Tick this for an invented person. Readers then see the word 'example'."),
    )

    template = "magazine/maker_page.html"
    parameters = frozenset({PAGE})
    read_with = (*BasePage.read_with, "photo")
    parent_page_types = ["magazine.MagazineIndexPage"]
    subpage_types: list[str] = []
    page_description = _("Somebody who writes, photographs or draws for the magazine.")
    search_fields = [*BasePage.search_fields, index.SearchField("about")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("about"),
        FieldPanel("photo"),
        FieldPanel("is_example"),
    ]

    class Meta:
        """Names."""

        verbose_name = _("maker")
        verbose_name_plural = _("makers")

    @property
    def eyebrow(self) -> str:
        """Say that this is somebody who makes the magazine."""
        return str(self._meta.verbose_name).capitalize()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add everything that this person made."""
        from magazine.selectors import maker_context  # noqa: PLC0415 - it needs this class

        found = maker_context(self, request.GET.dict())
        return super().get_context(request, *args, **kwargs) | found

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> TemplateResponse:
        """Let no cache fill up with pages of the list that do not exist."""
        response = super().serve(request, *args, **kwargs)
        if not response.context_data["is_regular"]:
            patch_cache_control(response, no_cache=True)
        return response

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the maker as a person, unless they are invented."""
        return [] if self.is_example else [structured_data.maker(self)]
