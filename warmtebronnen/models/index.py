"""The page of the directory."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from core.models import BasePage, ContentPage
from redactieraad.permissions import ParentOfGovernedPagePermissionTester
from warmtebronnen.addresses import directory_path
from warmtebronnen.directory.map_policy import allow_map
from warmtebronnen.directory.query import KEPT, PAGE
from warmtebronnen.models.everywhere import InEveryLanguage


class WarmtebronnenIndexPage(InEveryLanguage, ContentPage):
    """The directory: the places first, and below them what warmtebronnen are and why."""

    parameters = KEPT
    parent_page_types = ["home.HomePage"]
    subpage_types = ["warmtebronnen.WarmtebronPage"]
    page_description = _("Warmtebronnen: what they are and why.")

    class Meta:
        """Names."""

        verbose_name = _("warm places")
        verbose_name_plural = _("warm places")

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template of the directory."""
        return "warmtebronnen/directory.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the places that the address asks for, in place of all that lies below this page."""
        from warmtebronnen.selectors import directory_context  # noqa: PLC0415 - needs this class

        found = directory_context(request)
        number = found["items"].number
        # A choice is another view of the same list, its second page is not.
        if number > 1 and not found["places"].asked.values:
            self.subpath = f"?{PAGE}={number}"
        return BasePage.get_context(self, request, *args, **kwargs) | found

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the directory, and let it be kept only as long as what it says of now is true."""
        from warmtebronnen.directory.cache_lifetimes import keep_list  # noqa: PLC0415 - it needs this class

        response: HttpResponse = super().serve(request, *args, **kwargs)
        return allow_map(keep_list(response))

    @classmethod
    def address_in(cls, code: str) -> str:
        """Return its address in a language, for the menu."""
        return directory_path(code)

    def path_in(self, code: str) -> str:
        """Return its address in a language."""
        return self.address_in(code)

    def permissions_for_user(self, user: Any) -> ParentOfGovernedPagePermissionTester:
        """Return what this person may do here: what is below needs the redactieraad."""
        return ParentOfGovernedPagePermissionTester(user, self)
