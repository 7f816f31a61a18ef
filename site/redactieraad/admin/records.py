"""The admin's views of governed snippets."""

from __future__ import annotations

from typing import Any

from wagtail.snippets.views.snippets import RevisionsUnscheduleView

from redactieraad.admin.editing import GovernedRecordEditView
from redactieraad.admin.offline import RecordOfflineView
from redactieraad.permissions import OFFLINE


class UnscheduleView(RevisionsUnscheduleView):
    """Takes a record off the plan, for who may take it offline though nobody may publish."""

    permission_required = OFFLINE


class GovernedRecords:
    """What a `SnippetViewSet` of governed records has; put it first."""

    edit_view_class: Any = GovernedRecordEditView
    edit_template_name = "redactieraad/admin/edit_record.html"
    unpublish_view_class: Any = RecordOfflineView
    revisions_unschedule_view_class: Any = UnscheduleView
