"""Importing places, in the admin: choose a file, look at each row's fate, carry it out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wagtail.admin.auth import permission_required

from core.importing import shelf
from core.importing.fates import Kind, NotCarriedOutError
from core.importing.tables import FileRefusedError
from warmtebronnen.datasets import NOT_IMPORTED, PLACE_COLUMNS
from warmtebronnen.exchange.importing.carrying_out import Import, carry_out, look_at
from warmtebronnen.forms.importing import ImportForm

PERMISSION = "warmtebronnen.import_places"
# Each costs what submitting a text costs; while they are written, others wait for the database.
MOST_AT_ONCE = 200
# Where the session keeps which file this person is looking at.
CHOSEN = "places_import"
TITLE = {"page_title": _("Import places"), "header_icon": "upload"}

may_import = permission_required(PERMISSION)


@may_import
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Take a file; say at its field why it cannot be read, or show its rows."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            look_at(content)
        except FileRefusedError as error:
            form.add_error("file", str(error))
        else:
            shelf.drop(request.session.get(CHOSEN, ""))
            request.session[CHOSEN] = shelf.put(content)
            return redirect("places_import_rows")
    columns = [column for column in PLACE_COLUMNS if column.name not in NOT_IMPORTED]
    context = {"form": form, "columns": columns, **TITLE}
    return render(request, "warmtebronnen/admin/import_choose.html", context)


@may_import
@require_safe
def rows(request: HttpRequest) -> HttpResponse:
    """Show what would become of each row."""
    content = shelf.take(request.session.get(CHOSEN, ""))
    if content is None:
        return _gone(request)
    found = look_at(content)
    context = {"found": found, "parts": _parts(found), "most": MOST_AT_ONCE, **TITLE}
    return render(request, "warmtebronnen/admin/import_rows.html", context)


@may_import
@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Carry out what was shown, if it is still so."""
    token = request.session.get(CHOSEN, "")
    content = shelf.take(token)
    if content is None:
        return _gone(request)
    if look_at(content).changes > MOST_AT_ONCE:
        return redirect("places_import_rows")
    try:
        done = carry_out(content, request.user, request.POST.get("seen", "-"))
    except NotCarriedOutError as error:
        messages.error(request, str(error))
        return redirect("places_import_rows")
    shelf.drop(token)
    del request.session[CHOSEN]
    said = ngettext(
        "%(number)s place is with the redactieraad now.",
        "%(number)s places are with the redactieraad now.",
        done.changes,
    )
    messages.success(request, said % {"number": done.changes})
    return redirect("places_import")


def _gone(request: HttpRequest) -> HttpResponse:
    messages.error(request, _("This file is not kept any more. Choose it again."))
    return redirect("places_import")


def _parts(found: Import) -> list[dict[str, Any]]:
    """Return the rows by what becomes of them, what asks for attention first."""
    headings = {
        Kind.REFUSED: _("Refused"),
        Kind.NEW: _("New"),
        Kind.CHANGED: _("Changed"),
        Kind.SAME: _("The same"),
    }
    parts: list[dict[str, object]] = [
        {"kind": kind.value, "heading": heading, "fates": found.of_kind(kind)}
        for kind, heading in headings.items()
    ]
    return [part for part in parts if part["fates"]]
