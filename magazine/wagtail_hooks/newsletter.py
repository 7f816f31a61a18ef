"""What the newsletter adds to the admin."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.menu import MenuItem

from magazine.newsletter.admin_views import PERMISSION


class _NewsletterItem(MenuItem):
    """The newsletter in the menu, for those who may mail an edition."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may mail an edition."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def newsletter_urls() -> list[URLResolver]:
    """Add the newsletter's pages."""
    return [path("nieuwsbrief/", include("magazine.newsletter.urls.admin"))]


@hooks.register("register_admin_menu_item")
def newsletter_item() -> MenuItem:
    """Add the newsletter to the menu."""
    address = reverse("newsletter_overview")
    return _NewsletterItem(_("Newsletter"), address, icon_name="mail", order=320)
