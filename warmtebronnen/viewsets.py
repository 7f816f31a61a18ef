"""Where the team finds what readers report and who tends which place."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from warmtebronnen.filters import ReportFilterSet
from warmtebronnen.forms.answers import AnswerForm
from warmtebronnen.forms.invitations import InvitationForm
from warmtebronnen.models import Report, Tending


class ReportIndexView(IndexView):
    """What readers say is not right."""

    def get_base_queryset(self) -> QuerySet[Report]:
        """Return the reports with their places."""
        return super().get_base_queryset().select_related("place")


class ReportEditView(EditView):
    """Answering a report."""

    def get_page_subtitle(self) -> str:
        """Return which place it is about: what was written may name somebody."""
        return str(self.object.place)


class ReportViewSet(ModelViewSet):
    """Reports: read by the team, and answered in a line."""

    model = Report
    name = "warmtebronnen_reports"
    url_prefix = "meldingen"
    icon = "warning"
    menu_label = _("Is this not right?")
    menu_order = 100
    copy_view_enabled = False
    index_view_class = ReportIndexView
    edit_view_class = ReportEditView
    list_per_page = 50
    filterset_class = ReportFilterSet
    list_display = [
        "place",
        Column("text", label=_("text"), accessor=lambda one: Truncator(one.text).chars(120)),
        DateColumn("made_at", label=_("Reported on"), sort_key="made_at"),
        StatusTagColumn(
            "answered_at",
            label=_("Answered"),
            accessor=lambda one: _("Answered") if one.answered_at else _("Not answered"),
            primary=lambda one: one.answered_at is not None,
        ),
    ]
    edit_handler = ObjectList(
        [HelpPanel(template="warmtebronnen/admin/report.html"), FieldPanel("answer")],
        base_form_class=AnswerForm,
    )


class TendingIndexView(IndexView):
    """Who tends which place."""

    def get_base_queryset(self) -> QuerySet[Tending]:
        """Return them with their people and places."""
        return super().get_base_queryset().select_related("user", "place")


class TendingViewSet(ModelViewSet):
    """Partners: invited to a place, and removed from it."""

    model = Tending
    name = "warmtebronnen_partners"
    url_prefix = "partners"
    icon = "user"
    menu_label = _("Partners")
    menu_order = 300
    copy_view_enabled = False
    index_view_class = TendingIndexView
    list_per_page = 50
    search_fields = ["user__email", "user__first_name", "user__last_name", "place__title"]
    search_backend_name = None
    list_display = [
        "user",
        Column("email", label=_("E-mail address"), accessor=lambda one: one.user.email),
        Column("place", label=_("place"), accessor=lambda one: one.place.title),
        DateColumn("since", label=_("Since"), sort_key="since"),
        DateColumn("asked_at", label=_("Last asked"), sort_key="asked_at"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[InvitationForm]:  # noqa: FBT001, FBT002
        """Return the form to invite somebody; nothing is changed later."""
        return InvitationForm
