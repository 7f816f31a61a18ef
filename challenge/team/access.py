"""Who may enter the team's desk, and what its views share."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from challenge.models import Campaign
from core.admin_views import PermittedView

PERMISSION = "challenge.run_campaign"
DESK = {"url": reverse_lazy("challenge_team:desk"), "label": _("Campaigns at work")}


@method_decorator(never_cache, "dispatch")
class TeamView(PermittedView):
    """A page of the desk."""

    permission_required = PERMISSION
    header_icon = "group"


class CampaignView(TeamView):
    """A page of the desk about one campaign."""

    campaign: Campaign
    part: Any = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the campaign, for who may know that it is there."""
        if self.has_permission():
            campaigns = Campaign.objects.select_related("council", "method")
            self.campaign = get_object_or_404(campaigns, pk=kwargs["campaign"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> Any:
        """Return what the page is called."""
        return self.part or self.campaign.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        items = [*self.breadcrumbs_items, DESK]
        address = reverse("challenge_team:campaign", args=[self.campaign.pk])
        items.append({"url": address, "label": self.campaign.name})
        return [*items, {"url": "", "label": self.part}] if self.part else items

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Put the campaign in the place of its number, which is in the address."""
        return super().get_context_data(**kwargs | {"campaign": self.campaign})
