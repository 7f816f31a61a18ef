"""The editors of governed texts: how they stand, beside them and above them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.edit import EditView as EditPageView
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.snippets.views.snippets import EditView as EditRecordView

from redactieraad.admin.offline import PageOfflineView
from redactieraad.admin.situation import Situation, situation_of
from redactieraad.governed import GovernedPage

WAGTAILS = "wagtailadmin/pages/edit.html"


class CouncilSidePanel(BaseSidePanel):
    """How the text stands at the redactieraad, and what was said of it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button that opens it."""

        aria_label = _("Toggle redactieraad")
        icon_name = "group"
        has_counter = False

    name = "redactieraad"
    title = _("Redactieraad")
    template_name = "redactieraad/admin/side_panel.html"
    order = 150

    def __init__(self, object: Any, request: Any, situation: Situation) -> None:  # noqa: A002 - as in Wagtail
        """Take how the text stands."""
        super().__init__(object, request)
        self.situation = situation

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add how the text stands, and whether this person may let it appear."""
        context = super().get_context_data(parent_context)
        return {**context, **about(self.situation, self.request.user)}


def about(situation: Situation, user: Any) -> dict[str, Any]:
    """Return what the templates about one text need."""
    return {
        "situation": situation,
        "type_id": situation.text.get_base_content_type().pk,
        "may_let_appear": user.has_perm("redactieraad.let_appear"),
    }


class ShowsSituation:
    """Says before the first letter is changed what a change does; puts it beside the text too."""

    request: HttpRequest
    expects_json_response: bool

    @property
    def edited(self) -> Any:
        """Return the text as the editor has it."""
        raise NotImplementedError

    @cached_property
    def situation(self) -> Situation:
        """How the text stands."""
        return situation_of(self.edited, self.request.user)

    def get_side_panels(self) -> MediaContainer:
        """Add the side panel about the redactieraad; an autosave leaves it as it is."""
        panels = list(super().get_side_panels())  # type: ignore[misc]
        if not self.expects_json_response:
            panels.append(CouncilSidePanel(self.edited, self.request, self.situation))
        return MediaContainer(panels)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how the text stands."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        if not self.expects_json_response:
            context.update(about(self.situation, self.request.user))
        return context


class GovernedPageEditView(ShowsSituation, EditPageView):
    """The editor of a governed page."""

    @property
    def edited(self) -> Any:
        """Return the page."""
        return self.page

    def get_template_names(self) -> list[str]:
        """Return ours, which extends Wagtail's, where that is the whole page."""
        names = super().get_template_names()
        return ["redactieraad/admin/edit_page.html"] if names == [WAGTAILS] else names


class GovernedRecordEditView(ShowsSituation, EditRecordView):
    """The editor of a governed snippet."""

    @property
    def edited(self) -> Any:
        """Return the snippet."""
        return self.object


class GovernedPageViewSet(PageViewSet):
    """The admin's pages about all governed pages; a page type may have one that builds on it."""

    edit_view_class = GovernedPageEditView
    unpublish_view_class = PageOfflineView

    def on_register(self) -> None:
        """Be there for what builds on `GovernedPage`.

        That is abstract and has no rows, which Wagtail's views ask their model for: that
        stays `Page`, as in Wagtail's own viewset of all pages.
        """
        page_viewset_registry.register(GovernedPage, self)
