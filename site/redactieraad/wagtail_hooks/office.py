"""What the redactieraad adds to the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.action_menu import UnpublishMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from redactieraad.admin.editing import GovernedPageViewSet
from redactieraad.admin.members import MemberViewSet
from redactieraad.admin.own_parts import OwnPartsView
from redactieraad.admin.panels import arrange
from redactieraad.admin.texts import LetAppearView, OverviewView, TextView
from redactieraad.governed import GovernedPage


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """Let Beheer look after the members, and editors see how their text stands."""
    return [MemberViewSet(), GovernedPageViewSet()]


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Put the pages about the redactieraad inside the admin."""
    one = "redactieraad/tekst/<int:type_id>/<str:object_id>/"
    return [
        path("redactieraad/", OverviewView.as_view(), name="redactieraad_overview"),
        path(one, TextView.as_view(), name="redactieraad_text"),
        path(f"{one}verschijnen/", LetAppearView.as_view(), name="redactieraad_let_appear"),
        path(f"{one}eigen-taal/", OwnPartsView.as_view(), name="redactieraad_own_parts"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Lead to all that is on its way."""
    return MenuItem(
        _("Redactieraad"), reverse("redactieraad_overview"), icon_name="group", order=240
    )


@hooks.register("construct_homepage_panels")
def home_panels(request: HttpRequest, panels: list[Component]) -> None:
    """Show what is on its way on the first page."""
    arrange(panels)


class TakeLockedOfflineMenuItem(UnpublishMenuItem):
    """Wagtail's menu item is not there while a page is locked; ours is only there then."""

    def is_shown(self, context: dict[str, Any]) -> bool:
        """Return whether this person may take the locked page offline."""
        if context["view"] != "edit" or not context["locked_for_user"]:
            return False
        may = self.get_user_page_permissions_tester(context).can_unpublish()
        return isinstance(context["page"], GovernedPage) and may


@hooks.register("register_page_action_menu_item")
def take_locked_offline() -> TakeLockedOfflineMenuItem:
    """Let a governed page be taken offline at any time, also when it is locked."""
    return TakeLockedOfflineMenuItem(order=10010)
