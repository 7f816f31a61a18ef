"""The abstract pages that every page of the site is built from.

Abstract, and not Wagtail 8's experimental custom base page model, because
wagtail-localize does not support the latter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from core.blocks import ContentStreamBlock
from core.fields import StreamField, picture_field
from core.restrictions import public


@dataclass(frozen=True)
class Part:
    """What a page shows under one of its further addresses.

    Attributes:
        title: what it is called.
        description: in a sentence or two; empty for the page's own.
        picture: the path of the picture to share; empty for the page's own.

    """

    title: str
    description: str = ""
    picture: str = ""


class BasePage(Page):
    """What every page has: a summary in plain language, a picture to share, edit tabs."""

    in_short = models.TextField(
        _("in short"),
        blank=True,
        max_length=600,
        help_text=_("Two or three short sentences in plain language: what is this about?"),
    )
    social_image = picture_field(
        _("picture for sharing"), help_text=_("Without a picture, one is drawn from the title.")
    )

    search_fields = [*Page.search_fields, index.SearchField("in_short")]

    content_panels = [*Page.content_panels, FieldPanel("in_short")]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("social_image")], heading=_("When somebody shares this page")),
    ]
    # The tabs of the editor: the attribute that holds the panels, and the tab's name.
    edit_tabs: tuple[tuple[str, Any], ...] = (
        ("content_panels", _("Text")),
        ("promote_panels", _("Finding and sharing")),
        ("settings_panels", _("Moment of publishing")),
    )

    # What the template shows of other tables, read together with the page.
    read_with: tuple[str, ...] = ("locale",)
    # Set where it is found out together with the page.
    is_known_public = False
    # The parameters of its address that it reads, of those in PAGE_CACHE_PARAMETERS.
    parameters: frozenset[str] = frozenset()
    # What comes after its own address where a page answers under further ones, as "lijst/".
    subpath = ""
    # What is shown there, where that has a name of its own.
    part: Part | None = None

    class Meta:
        """Never a table of its own."""

        abstract = True

    @classproperty
    def edit_handler(cls) -> TabbedInterface:  # noqa: N805
        """Return the editor's tabs, made from `edit_tabs`; empty ones are left out."""
        tabs = [(getattr(cls, panels), heading) for panels, heading in cls.edit_tabs]
        return TabbedInterface(
            [ObjectList(panels, heading=heading) for panels, heading in tabs if panels],
            base_form_class=cls.base_form_class,
        )

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Return the restrictions on reading, without asking where there are none."""
        if self.is_known_public:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    @cached_property
    def trail(self) -> list[Page]:
        """The pages from home down to the parent of this one: none for home itself."""
        home_depth = 2
        ancestors = self.get_ancestors().filter(depth__gte=home_depth).select_related("locale")
        return list(ancestors) if self.depth > home_depth else []

    def allows(self, use: str) -> bool:
        """Return whether this page may be used for this: `site`, `print` or `social_media`.

        Anything, unless somebody's consent decides: a portrait.
        """
        return True

    @property
    def eyebrow(self) -> str:
        """What sort of page this is, where readers are told: in search, on a share picture."""
        return ""

    @property
    def shared_as(self) -> str:
        """What stands above the title on the picture that goes along when it is shared."""
        return self.eyebrow

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the schema.org objects that describe this page, none by default."""
        return []


class ContentPage(BasePage):
    """A page of an introduction and blocks, with the pages below it as cards."""

    intro = models.TextField(
        _("introduction"),
        blank=True,
        max_length=500,
        help_text=_("The first thing a reader reads: one or two sentences."),
    )
    body = StreamField(ContentStreamBlock(), verbose_name=_("text"), blank=True)

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
    ]

    class Meta:
        """Never a table of its own."""

        abstract = True

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template that all pages of this shape share.

        Wagtail gives each concrete class a template name of its own, so a class
        attribute here would not be inherited.
        """
        return "core/content_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the live pages right below this one, in the order of the tree."""
        context = super().get_context(request, *args, **kwargs)
        context["children"] = public(self.get_children().live().in_menu().specific())
        return context
