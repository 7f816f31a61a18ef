"""Importing members in the admin: choose a file, look at each row's fate, carry it out."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache

from wagtail.admin import messages

from challenge.importing.carrying_out import Import, carry_out, look_at
from challenge.importing.columns import COLUMNS
from challenge.importing.forms import MembersTableForm
from challenge.models import Council
from core.admin_views import PermittedView
from core.importing import shelf
from core.importing.fates import Kind, NotCarriedOutError
from core.importing.tables import FileRefusedError

PERMISSION = (
    "challenge.add_councilmember",
    "challenge.change_councilmember",
    "challenge.add_party",
)
# Where the session keeps which file this person is looking at, and for which council.
CHOSEN = "challenge_import"
HEADINGS = {
    Kind.REFUSED: gettext_lazy("Refused"),
    Kind.NEW: gettext_lazy("New"),
    Kind.CHANGED: gettext_lazy("Changed"),
    Kind.SAME: gettext_lazy("The same"),
}
HERE = {"url": reverse_lazy("challenge_import:choose"), "label": gettext_lazy("Import members")}


@method_decorator(never_cache, "dispatch")
class ImportView(PermittedView):
    """A step of the import."""

    permission_required = PERMISSION
    page_title = gettext_lazy("Import members")
    header_icon = "upload"
    breadcrumbs_items = [*PermittedView.breadcrumbs_items, HERE]

    def kept(self) -> tuple[bytes, Council] | None:
        """Return the file that this person is looking at, if it is still kept."""
        token, number = self.request.session.get(CHOSEN, ("", 0))
        content = shelf.take(token)
        council = Council.objects.filter(pk=number).first()
        return (content, council) if content is not None and council else None

    def gone(self) -> HttpResponse:
        """Ask for the file again."""
        messages.error(self.request, _("This file is not kept any more. Choose it again."))
        return redirect("challenge_import:choose")


class ChooseView(ImportView):
    """Takes a file; says at its field why it cannot be read, or shows its rows."""

    template_name = "challenge/team/import_choose.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the file, if it is a table."""
        form = MembersTableForm(request.POST, request.FILES)
        if form.is_valid():
            content, council = form.cleaned_data["file"].read(), form.cleaned_data["council"]
            try:
                look_at(content, council)
            except FileRefusedError as error:
                form.add_error("file", str(error))
            else:
                shelf.drop(request.session.get(CHOSEN, ("", 0))[0])
                request.session[CHOSEN] = (shelf.put(content), council.pk)
                return redirect("challenge_import:rows")
        context = self.get_context_data(form=form)
        return self.render_to_response(context, status=HTTPStatus.UNPROCESSABLE_ENTITY)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form, and what may be in the file."""
        form = kwargs.pop("form", None) or MembersTableForm()
        return super().get_context_data(form=form, columns=COLUMNS.items(), **kwargs)


class RowsView(ImportView):
    """Shows what would become of each row."""

    template_name = "challenge/team/import_rows.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show them."""
        kept = self.kept()
        if kept is None:
            return self.gone()
        found = look_at(*kept)
        context = self.get_context_data(found=found, parts=_parts(found), council=kept[1])
        return self.render_to_response(context)


class CarryOutView(ImportView):
    """Carries out what was shown, if it is still so."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Import all of it, or nothing."""
        kept = self.kept()
        if kept is None:
            return self.gone()
        try:
            done = carry_out(*kept, request.user, request.POST.get("seen", ""))
        except NotCarriedOutError as error:
            messages.error(request, str(error))
            return redirect("challenge_import:rows")
        shelf.drop(cast("tuple[str, int]", request.session.pop(CHOSEN))[0])
        said = ngettext(
            "%(number)s row is imported.", "%(number)s rows are imported.", done.changes
        )
        messages.success(request, said % {"number": done.changes})
        return redirect("challenge_import:choose")


def _parts(found: Import) -> list[dict[str, Any]]:
    """Return the rows by what becomes of them, what asks for attention first."""
    parts = [
        {"kind": kind.value, "heading": heading, "fates": found.of_kind(kind)}
        for kind, heading in HEADINGS.items()
    ]
    return [part for part in parts if part["fates"]]
