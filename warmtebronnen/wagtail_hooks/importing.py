"""Importing places, in the admin."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.menu import MenuItem

from warmtebronnen.exchange.importing.admin_views import PERMISSION


class _ImportItem(MenuItem):
    """The import in the menu, for who may."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may import places."""
        return request.user.has_perm(PERMISSION)


def import_item() -> MenuItem:
    """Return the item of the menu 'Warm places'."""
    return _ImportItem(_("Import places"), reverse("places_import"), icon_name="upload", order=400)


@hooks.register("register_admin_urls")
def import_urls() -> list[URLResolver]:
    """Put the import inside the admin."""
    return [path("warmtebronnen/importeren/", include("warmtebronnen.exchange.importing.urls"))]
