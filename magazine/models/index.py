"""The first page of the magazine."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from core.models import ContentPage
from redactieraad.permissions import ParentOfGovernedPagePermissionTester


class MagazineIndexPage(ContentPage):
    """The magazine: its editions and stories, what it is, who makes it."""

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "magazine.EditionPage",
        "magazine.StoryPage",
        "magazine.PortraitPage",
        "magazine.MakerPage",
    ]
    page_description = _("The magazine: what it is, who makes it.")

    class Meta:
        """Names."""

        verbose_name = _("magazine")
        verbose_name_plural = _("magazine")

    def permissions_for_user(self, user: Any) -> ParentOfGovernedPagePermissionTester:
        """Return what this person may do here: what is below needs the redactieraad."""
        return ParentOfGovernedPagePermissionTester(user, self)
