"""What consents add to Wagtail; `wagtail_hooks` loads it."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from core.models import SiteDocument
from magazine.consent.ending import WITHDRAW
from magazine.consent.panels import EndingConsentsPanel
from magazine.consent.withholding import is_withheld
from magazine.viewsets import ConsentViewSet


@hooks.register("register_admin_viewset")
def consents() -> ConsentViewSet:
    """Add the consents."""
    return ConsentViewSet()


@hooks.register("construct_homepage_panels")
def ending_consents(request: HttpRequest, panels: list[Component]) -> None:
    """Say which consents end soon."""
    panels.append(EndingConsentsPanel())


@hooks.register("register_log_actions")
def withdrawing(actions: LogActionRegistry) -> None:
    """Give the history of a consent words for its withdrawal."""
    actions.register_action(WITHDRAW, _("Withdraw consent"), _("The consent was withdrawn"))


# Before our own that hands out parts, and after Wagtail's, which asks who may read the file.
@hooks.register("before_serve_document", order=5)
def keep_withheld_files(document: SiteDocument, request: HttpRequest) -> None:
    """Serve no recording of somebody who does not agree any more.

    Raises:
        Http404: it is withheld.

    """
    if is_withheld(document):
        raise Http404
