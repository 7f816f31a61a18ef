"""Taking something offline, with its reason in the register."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from wagtail.admin.views.pages.unpublish import UnpublishView as UnpublishPageView
from wagtail.snippets.views.snippets import UnpublishView as UnpublishRecordView

from redactieraad.admin.forms.reasons import ReasonForm
from redactieraad.models import Entry
from redactieraad.permissions import OFFLINE
from redactieraad.signals import because


class GivesReason:
    """Asks why, and takes everything that goes offline together, or nothing."""

    request: HttpRequest

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take it offline for the reason given; without one, it is the editors' choice."""
        given = request.POST.get("reason", Entry.Reason.EDITORS.value)
        form = ReasonForm({"reason": given})
        if not form.is_valid():
            context = self.get_context_data(reason_form=form)
            return self.render_to_response(context)  # type: ignore[attr-defined]
        with transaction.atomic(), because(form.cleaned_data["reason"]):
            return super().post(request, *args, **kwargs)  # type: ignore[misc]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the question."""
        context = {"reason_form": ReasonForm(), **kwargs}
        return super().get_context_data(**context)  # type: ignore[misc]


class PageOfflineView(GivesReason, UnpublishPageView):
    """Taking a governed page offline."""

    template_name = "redactieraad/admin/page_offline.html"


class RecordOfflineView(GivesReason, UnpublishRecordView):
    """Taking a governed snippet offline: `unpublish_view_class` of its viewset."""

    permission_required = OFFLINE
    template_name = "redactieraad/admin/record_offline.html"
