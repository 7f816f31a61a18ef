"""The pages of the challenge: what it is, each campaign in words, and the journalist's report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail_localize.fields import SynchronizedField

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from challenge.blocks import CampaignAnswersBlock, LaunchDayBlock, ReportBlocks
from challenge.journalist.forms.reports import ReportForm
from challenge.models.campaigns import Campaign
from challenge.public.routes import CampaignRoutes
from core.fields import StreamField
from core.models import BasePage, ContentPage
from redactieraad.governed import GovernedPage
from redactieraad.permissions import (
    GovernedPagePermissionTester,
    ParentOfGovernedPagePermissionTester,
)


class ChallengeIndexPage(ContentPage):
    """The challenge: what it is, and its campaigns."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["challenge.CampaignPage"]
    page_description = _("The question to the council and the four answers to it.")

    class Meta:
        """Names."""

        verbose_name = _("challenge")
        verbose_name_plural = _("challenge")

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template of the challenge's front page."""
        return "challenge/public/challenge_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the campaigns, in place of all that lies below this page."""
        from challenge.public.selectors import front_context  # noqa: PLC0415 - needs this class

        return BasePage.get_context(self, request, *args, **kwargs) | front_context(self)

    def permissions_for_user(self, user: Any) -> ParentOfGovernedPagePermissionTester:
        """Return what this person may do here: what is below needs the redactieraad."""
        return ParentOfGovernedPagePermissionTester(user, self)


class CampaignPage(CampaignRoutes, GovernedPage):
    """A campaign in words: the question and why, the four answers, the day of the launch."""

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), on_delete=models.PROTECT, related_name="pages"
    )
    intro = models.TextField(_("introduction"), max_length=500)
    question = models.CharField(
        _("question"), max_length=200, help_text=_("As it is put to the council members.")
    )
    why = models.TextField(_("why we ask"), help_text=_("In plain words. An empty line parts."))
    definition = models.TextField(
        _("what the amount is for"),
        help_text=_("What has to be paid from it, and what not. Everybody reads the same."),
    )
    answers = StreamField(CampaignAnswersBlock(), verbose_name=_("the four answers"), blank=True)
    launch_day = StreamField(LaunchDayBlock(), verbose_name=_("day of the launch"), blank=True)

    override_translatable_fields = [SynchronizedField("campaign", overridable=False)]
    read_with = (*BasePage.read_with, "campaign__council", "campaign__method")
    parent_page_types = ["challenge.ChallengeIndexPage"]
    subpage_types = ["challenge.ReportPage"]
    page_description = _("A campaign: its question, the four answers, its results.")
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("question"),
        index.SearchField("why"),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("campaign"),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("question"), FieldPanel("why"), FieldPanel("definition")],
            heading=_("Question"),
        ),
        FieldPanel("answers"),
        FieldPanel("launch_day"),
    ]

    class Meta:
        """Names."""

        verbose_name = _("campaign page")
        verbose_name_plural = _("campaign pages")


class ReportPage(GovernedPage):
    """The independent journalist's report on a campaign; public from the launch."""

    intro = models.TextField(_("introduction"), max_length=500)
    author = models.CharField(_("author"), max_length=120)
    body = StreamField(ReportBlocks(), verbose_name=_("report"), blank=True)

    base_form_class = ReportForm
    template = "challenge/public/report_page.html"
    parent_page_types = ["challenge.CampaignPage"]
    subpage_types: list[str] = []
    page_description = _("The report on a campaign, with figures and quotes from its answers.")
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("author"),
        FieldPanel("body"),
    ]

    class Meta:
        """Names."""

        verbose_name = _("report")
        verbose_name_plural = _("reports")

    @cached_property
    def with_data(self) -> Any:
        """Return this report with the figures and quotes that its blocks show."""
        from challenge.journalist.reporting import Report  # noqa: PLC0415 - it needs this class

        return Report(self)

    def faults_by_field(self) -> Iterator[tuple[str, str]]:
        """Add the quotes that come from another campaign, which its readers would not see."""
        yield from super().faults_by_field()
        if strangers := self.with_data.strangers():
            yield "body", _("A quote of another campaign: %(names)s.") % {"names": strangers}

    def may_appear(self) -> bool:
        """Return whether the launch was: nothing of the results is public before."""
        return self.appears_with().is_launched

    def appears_with(self) -> Campaign:
        """Return the campaign as it is now: its launch is what this waits for."""
        return Campaign.objects.get(pages=self.get_parent().pk)

    def may_be_judged(self) -> bool:
        """Return True: the redactieraad decides before the launch."""
        return True

    def permissions_for_user(self, user: Any) -> GovernedPagePermissionTester:
        """Return what this person may do here: nothing for who may not know of it yet."""
        from challenge.embargo import is_withheld_from  # noqa: PLC0415 - it needs this class

        who = AnonymousUser() if is_withheld_from(user, self) else user
        return GovernedPagePermissionTester(who, self)
