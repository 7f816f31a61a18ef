"""The menu of the challenge: the team's desk, and the records of councils and campaigns."""

from __future__ import annotations

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup

from challenge.importing.views import PERMISSION as IMPORT
from challenge.team.access import PERMISSION
from challenge.team.viewsets import (
    CampaignViewSet,
    CouncilMemberViewSet,
    CouncilViewSet,
    GuestViewSet,
    PartyViewSet,
)


class _DeskItem(MenuItem):
    """The desk in the menu, for who runs campaigns."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may."""
        return request.user.has_perm(PERMISSION)


class _ImportItem(MenuItem):
    """The import in the menu, for who may change members."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Return whether this person may."""
        return request.user.has_perms(IMPORT)


class ChallengeGroup(ViewSetGroup):
    """The desk first, then its records."""

    menu_label = _("The € 50 challenge")
    menu_icon = "group"
    menu_order = 260
    items = (CampaignViewSet, CouncilViewSet, PartyViewSet, CouncilMemberViewSet, GuestViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        """Add the desk and the import."""
        desk = reverse("challenge_team:desk")
        importing = reverse("challenge_import:choose")
        return [
            _DeskItem(_("Campaigns at work"), desk, icon_name="tasks", order=100),
            *super().get_submenu_items(),
            _ImportItem(_("Import members"), importing, icon_name="upload", order=400),
        ]


@hooks.register("register_admin_viewset")
def challenge_records() -> ChallengeGroup:
    """Add the menu."""
    return ChallengeGroup()


@hooks.register("insert_global_admin_css")
def desk_style() -> SafeString:
    """Give the desk its shape."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/team.css"))


@hooks.register("register_admin_urls")
def challenge_desk() -> list[URLResolver]:
    """Put the desk and the import inside the admin."""
    return [
        path("uitdaging/importeren/", include("challenge.importing.urls")),
        path("uitdaging/", include("challenge.team.urls")),
    ]
