"""The admin's pages about the members of the redactieraad."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from core.enumerating import listed
from languages.registry import CONTENT_LANGUAGES
from redactieraad.admin.forms.members import MemberForm
from redactieraad.admin.reach import warnings_about_council
from redactieraad.models import Member

LANGUAGE_NAMES = dict(CONTENT_LANGUAGES)


def _languages(member: Member) -> str:
    return listed(LANGUAGE_NAMES.get(tag, tag) for tag in member.reads)


class IndexView(generic.IndexView):
    """The list of members, with a warning where they are too few."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say so where the council is too small for what it has to decide."""
        if not self.results_only:
            for warning in warnings_about_council():
                messages.warning(self.request, warning)
        return super().get_context_data(**kwargs)


class MemberViewSet(ModelViewSet):
    """Members: joining, leaving, languages, holidays."""

    model = Member
    name = "leden"
    icon = "group"
    menu_label = _("Members of the redactieraad")
    menu_order = 610
    add_to_settings_menu = True
    copy_view_enabled = False
    index_view_class = IndexView
    list_display = [
        "__str__",
        BooleanColumn("is_expert", label=_("Experience expert"), sort_key="is_expert"),
        Column("reads", label=_("Reads"), accessor=_languages),
        Column("joined_on", label=_("Member since"), sort_key="joined_on"),
        Column("left_on", label=_("Left on"), sort_key="left_on"),
    ]
    search_fields = ["user__first_name", "user__last_name"]

    def get_form_class(self, for_update: bool = False) -> type[MemberForm]:  # noqa: FBT001, FBT002
        """Return the one form for both."""
        return MemberForm
