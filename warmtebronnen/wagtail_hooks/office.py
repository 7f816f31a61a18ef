"""The menu 'Warm places': what the team does for places beside their pages."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.viewsets.base import ViewSetGroup

from warmtebronnen.team.confidential_addresses import PERMISSION as READ_ADDRESSES
from warmtebronnen.team.confidential_addresses import AddressesView
from warmtebronnen.team.home_panel import PlacesPanel
from warmtebronnen.team.worklist import PERMISSION, WorkListView
from warmtebronnen.viewsets import ReportViewSet, TendingViewSet
from warmtebronnen.wagtail_hooks.importing import import_item


class _WorkListItem(MenuItem):
    """The work list in the menu, for who may find a place right."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may."""
        return request.user.has_perm(PERMISSION)


class _AddressesItem(MenuItem):
    """The confidential addresses in the menu, for who may read them."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may."""
        return request.user.has_perm(READ_ADDRESSES)


def addresses_item() -> MenuItem:
    """Return the way to the confidential addresses."""
    address = reverse("warmtebronnen_addresses")
    return _AddressesItem(_("Confidential addresses"), address, icon_name="lock", order=500)


class PlacesGroup(ViewSetGroup):
    """Reports, the work list and partners."""

    menu_label = _("Warm places")
    menu_icon = "home"
    menu_order = 255
    items = (ReportViewSet, TendingViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        """Put the work list between reports and partners."""
        address = reverse("warmtebronnen_worklist")
        item = _WorkListItem(_("Places to look at"), address, icon_name="tasks", order=200)
        return [*super().get_submenu_items(), item, import_item(), addresses_item()]


@hooks.register("register_admin_viewset")
def places() -> PlacesGroup:
    """Add the menu."""
    return PlacesGroup()


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Component]) -> None:
    """Say how much waits for the team."""
    panels.append(PlacesPanel())


@hooks.register("register_admin_urls")
def worklist() -> list[URLPattern]:
    """Put the work list and the confidential addresses inside the admin."""
    worklist_view, addresses = WorkListView.as_view(), AddressesView.as_view()
    return [
        path("warmtebronnen/nakijken/", worklist_view, name="warmtebronnen_worklist"),
        path("warmtebronnen/adressen/", addresses, name="warmtebronnen_addresses"),
    ]
