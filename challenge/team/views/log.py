"""All that happened in a campaign, in words."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy

from challenge.team.access import CampaignView
from challenge.team.words import details_in_words, kind_in_words

MOST_LINES = 200


class LogView(CampaignView):
    """All that happened in a campaign."""

    template_name = "challenge/team/log.html"
    part = gettext_lazy("All that happened")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the lines, the newest first."""
        happened = self.campaign.happenings.all()
        page = Paginator(happened, MOST_LINES).get_page(self.request.GET.get("p"))
        return super().get_context_data(page=page, lines=lines_of(page.object_list), **kwargs)


def lines_of(happenings: Any) -> list[dict[str, Any]]:
    """Return lines of the log in words."""
    found = happenings.select_related("by", "invitee__member")
    found = found.defer("invitee__member__email", "invitee__member__phone")
    return [
        {"line": one, "what": kind_in_words(one), "details": details_in_words(one)} for one in found
    ]
