"""The home page, information pages, and the organisation's own data."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site
from wagtail.search import index

from core.fields import StreamField, picture_field
from core.models import BasePage, ContentPage
from core.pagecache.shared import shared
from home import structured_data
from home.blocks import HomeStreamBlock, InfoStreamBlock


class HomePage(BasePage):
    """The first page of a language."""

    lead = models.TextField(
        _("lead"),
        max_length=300,
        help_text=_("What Warm Rotterdam is, in one or two sentences."),
    )
    hero_image = picture_field(_("picture at the top"))
    body = StreamField(HomeStreamBlock(), verbose_name=_("text"), blank=True)

    template = "home/home_page.html"
    read_with = (*BasePage.read_with, "hero_image")
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("The first page of a language.")
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("hero_image"),
        FieldPanel("body"),
    ]

    class Meta:
        """Names."""

        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the organisation behind the site, and the site itself."""
        settings = OrganisationSettings.for_request(request)
        return [structured_data.organisation(settings), structured_data.website()]


class InfoPage(ContentPage):
    """A page of information: about us, vision, organisation, privacy, contact."""

    programme_line = models.ForeignKey(
        "projects.ProgrammeLine",
        verbose_name=_("programme line"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only for the page about one programme line: it takes its colour."),
    )

    body = StreamField(InfoStreamBlock(), verbose_name=_("text"), blank=True)

    read_with = (*ContentPage.read_with, "programme_line")
    parent_page_types = ["home.HomePage", "home.InfoPage"]
    subpage_types = ["home.InfoPage", "projects.FactsPage"]
    page_description = _("Information that stays: about us, vision, organisation, privacy.")
    content_panels = [
        *ContentPage.content_panels,
        FieldPanel("programme_line"),
    ]

    class Meta:
        """Names."""

        verbose_name = _("information page")
        verbose_name_plural = _("information pages")


@register_setting(icon="home")
class OrganisationSettings(BaseSiteSetting):
    """The organisation's own data, shown in the footer and in structured data."""

    name = models.CharField(_("name"), max_length=120, default="Stichting Warm Rotterdam")
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("phone number"), max_length=30, blank=True)
    address = models.TextField(_("postal address"), max_length=300, blank=True)
    founded_on = models.CharField(
        _("founded"), max_length=20, blank=True, help_text=_("As year-month, for example 2019-05.")
    )
    facebook = models.URLField("Facebook", blank=True)
    instagram = models.URLField("Instagram", blank=True)
    linkedin = models.URLField("LinkedIn", blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("founded_on"),
        MultiFieldPanel(
            [FieldPanel("email"), FieldPanel("phone"), FieldPanel("address")], heading=_("Contact")
        ),
        MultiFieldPanel(
            [FieldPanel("facebook"), FieldPanel("instagram"), FieldPanel("linkedin")],
            heading=_("Social media"),
        ),
    ]

    class Meta:
        """Names."""

        verbose_name = _("organisation")

    @classmethod
    def for_request(cls, request: HttpRequest) -> OrganisationSettings:
        """Return the settings of the site that is asked for, read once for all pages."""
        site = Site.find_for_request(request)
        name = f"organisation-{site.pk if site else None}"
        return shared(name, lambda: super(OrganisationSettings, cls).for_request(request))

    @property
    def social_links(self) -> list[tuple[str, str]]:
        """Return the social media pages as pairs of name and address."""
        links = [
            ("Facebook", self.facebook),
            ("Instagram", self.instagram),
            ("LinkedIn", self.linkedin),
        ]
        return [(name, address) for name, address in links if address]
