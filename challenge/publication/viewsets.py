"""Where the team finds methods, snapshots and what is published of them."""

from __future__ import annotations

import json

from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from wagtail.admin.ui.tables import Column, DateColumn, LiveStatusTagColumn
from wagtail.admin.views.generic import CreateView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from challenge.models import Method, Release, Snapshot
from challenge.publication.forms import SnapshotForm
from challenge.publication.snapshots import SnapshotRefusedError
from redactieraad.admin.records import GovernedRecords


class MethodViewSet(GovernedRecords, SnippetViewSet):
    """Methods of the index."""

    model = Method
    icon = "form"
    menu_order = 600
    list_display = ["version", LiveStatusTagColumn()]
    inspect_view_enabled = True


class ReleaseViewSet(GovernedRecords, SnippetViewSet):
    """What is published of each campaign's index, and how."""

    model = Release
    icon = "view"
    menu_order = 620
    copy_view_enabled = False
    list_display = [
        "campaign",
        Column("number", label=_("snapshot"), accessor=lambda one: one.snapshot.number),
        LiveStatusTagColumn(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        """Return them with their campaigns."""
        return Release.objects.select_related("campaign", "snapshot")


class SnapshotIndexView(IndexView):
    """The snapshots of all campaigns."""

    default_ordering = "-made_at"

    def get_base_queryset(self) -> QuerySet[Snapshot]:
        """Return them with their campaigns, without what they hold."""
        return super().get_base_queryset().select_related("campaign", "made_by").defer("content")


class SnapshotAddView(CreateView):
    """Making a snapshot."""

    def form_valid(self, form: ModelForm[Snapshot]) -> HttpResponse:
        """Make it, or say at the form what stands in the way."""
        try:
            response: HttpResponse = super().form_valid(form)
        except SnapshotRefusedError as error:
            form.add_error(None, str(error.words))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        return response


class SnapshotInspectView(InspectView):
    """One snapshot, with all that it holds."""

    def get_content_display_value(self) -> SafeString:
        """Return the content line by line; its digest is of the same without these lines."""
        lines = json.dumps(json.loads(self.object.content), ensure_ascii=False, indent=2)
        return format_html('<pre dir="ltr">{}</pre>', lines)


class SnapshotViewSet(ModelViewSet):
    """Snapshots: made and read, never changed."""

    model = Snapshot
    name = "challenge_snapshots"
    url_prefix = "momentopnamen"
    icon = "history"
    menu_label = _("Snapshots of the index")
    menu_order = 610
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = SnapshotIndexView
    add_view_class = SnapshotAddView
    inspect_view_class = SnapshotInspectView
    inspect_view_fields = [
        "campaign", "number", "reason", "made_at", "digest", "code_version",
        "content",
    ]  # fmt: skip
    list_per_page = 50
    list_display = [
        "__str__",
        DateColumn("made_at", label=_("Made on"), sort_key="made_at"),
        "made_by",
        "reason",
        Column("digest", label=_("SHA-256"), accessor=lambda one: one.digest[:12]),
    ]

    def get_form_class(self, for_update: bool = False) -> type[SnapshotForm]:  # noqa: FBT001, FBT002
        """Return the form to make one; nothing is changed later."""
        return SnapshotForm


class IndexGroup(SnippetViewSetGroup):
    """The menu of the index."""

    menu_label = _("Political Poverty Index")
    menu_icon = "order"
    menu_order = 262
    items = (MethodViewSet, SnapshotViewSet, ReleaseViewSet)
