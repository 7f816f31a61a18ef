"""The door of the admin: who is let in, and who is sent to a second step first."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from accounts.link_views import came_by_link_alone
from accounts.two_step import may_enter_admin, must_set_up_second_step, signs_in_by_password
from accounts.ways_in import to_sign_in_page

# What a browser fetches for pages outside the admin too: labels and icons.
OPEN_TO_ALL: tuple[str | None, ...] = (
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
    "wagtailadmin_logout",
)
# The part of an address with reports about all pages, Wagtail's own and those of other apps.
REPORTS = "/reports/"


class AdminDoorMiddleware:
    """Guards every address of the admin, whichever app it comes from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Remember the rest of the chain and where the admin lives."""
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: list, kwargs: dict
    ) -> HttpResponseBase | None:
        """Turn away who may not enter; visitors are left to the admin's own sign-in.

        Raises:
            PermissionDenied: the person is signed in and may not enter the admin. (Wagtail
                would send them to sign in again, and signing in would send them back.)

        """
        match = request.resolver_match
        if not request.path_info.startswith(self.admin) or (
            match and match.url_name in OPEN_TO_ALL
        ):
            return None
        if request.user.is_anonymous:
            return None
        if not may_enter_admin(request.user):
            raise PermissionDenied
        if came_by_link_alone(request):
            # Who signed in by a link before they were let into the admin.
            logout(request)
            return to_sign_in_page(request.get_full_path())
        if must_set_up_second_step(request.user):
            return redirect("mfa_activate_totp")
        if REPORTS in request.path_info and not signs_in_by_password(request.user):
            # Reports name pages of everybody; who works at a desk has a part of them only.
            raise PermissionDenied
        return None
