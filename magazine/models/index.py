"""The first page of the magazine."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from core.models import BasePage, ContentPage
from magazine import structured_data
from magazine.lists.query import CHOOSING, PAGE
from redactieraad.permissions import ParentOfGovernedPagePermissionTester


class MagazineIndexPage(RoutablePageMixin, ContentPage):
    """The magazine: its editions and stories, what it is, who makes it."""

    # Where the list of all stories and the feeds are, below its own address.
    STORIES = "verhalen/"
    FEEDS = {"atom": "feed/atom/", "rss": "feed/rss/"}

    parameters = frozenset({*CHOOSING, PAGE})
    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "magazine.EditionPage",
        "magazine.StoryPage",
        "magazine.PortraitPage",
        "magazine.MakerPage",
    ]
    page_description = _("The magazine: what it is, who makes it.")

    class Meta:
        """Names."""

        verbose_name = _("magazine")
        verbose_name_plural = _("magazine")

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template of the magazine's front page."""
        return "magazine/magazine_index_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add editions, stories and makers, in place of all that lies below this page."""
        from magazine.selectors import front_context  # noqa: PLC0415 - it needs this class

        return BasePage.get_context(self, request, *args, **kwargs) | front_context(self)

    def get_cached_paths(self) -> list[str]:
        """Return every address under which this answers."""
        return ["/", *(f"/{place}" for place in (self.STORIES, *self.FEEDS.values()))]

    @path(STORIES)
    def list_stories(self, request: HttpRequest) -> HttpResponse:
        """Show the list of all stories."""
        from magazine import views  # noqa: PLC0415 - they need this class

        return views.list_stories(request, self)

    @path("feed/<str:form>/")
    def feed(self, request: HttpRequest, form: str) -> HttpResponse:
        """Return a feed."""
        from magazine import views  # noqa: PLC0415 - they need this class

        return views.feed(request, self, form)

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Describe the magazine as a periodical."""
        return [structured_data.periodical(self)]

    def permissions_for_user(self, user: Any) -> ParentOfGovernedPagePermissionTester:
        """Return what this person may do here: what is below needs the redactieraad."""
        return ParentOfGovernedPagePermissionTester(user, self)
