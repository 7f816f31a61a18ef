"""The logbook itself, and each of its entries."""

from __future__ import annotations

import uuid
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from challenge.logbook.forms import AudienceForm, EntryForm, values_of
from challenge.logbook.keeping import Outcome, WritingRefusedError, remove, share, write
from challenge.logbook.photos import photo_response
from challenge.logbook.views.answers import ENTRY, Writing
from challenge.logbook.weeks import may_choose, week_of
from challenge.models import Entry, Week
from challenge.personal.access import Visit, members_only, to


@sensitive_post_parameters()
@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def logbook(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the week with the form of a new entry; keep what is sent, by the key that it has."""
    week = week_of(visit.invitee)
    if week is None:
        return to(visit, "week")
    writing = Writing(request, visit, week)
    if request.method == "POST":
        return _take(writing)
    form = EntryForm(week=week, today=writing.today, initial={"key": uuid.uuid4(), "seen": 0})
    return writing.page(
        {"form": form, "may_choose": may_choose(visit.invitee, week, writing.today)},
    )


@sensitive_post_parameters()
@members_only
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, visit: Visit, key: uuid.UUID) -> HttpResponse:
    """Show one entry to change; once the week is closed, only who may read it."""
    week, found = _entry_or_404(visit, key)
    writing = Writing(request, visit, week, ENTRY)
    if not writing.may_write:
        return _share(writing, found)
    if request.method == "POST":
        return _take(writing, key)
    form = EntryForm(week=week, today=writing.today, initial=values_of(found))
    return writing.page({"form": form, "entry": found})


@members_only
@require_POST
def entry_removal(request: HttpRequest, visit: Visit, key: uuid.UUID) -> HttpResponse:
    """Remove an entry."""
    week, _found = _entry_or_404(visit, key)
    writing = Writing(request, visit, week, ENTRY)
    seen = request.POST.get("seen", "")
    try:
        gone, outcome = remove(week, key, int(seen) if seen.isdecimal() else 0, visit.now)
    except WritingRefusedError:
        return writing.refused()
    if outcome is Outcome.OVERTAKEN:
        return writing.overtaken(gone, None)
    messages.success(request, _("We have removed it."))
    return to(visit, "logbook")


@members_only
@require_safe
def entry_photo(request: HttpRequest, visit: Visit, key: uuid.UUID) -> HttpResponse:
    """Hand out the photo of an entry to who wrote it."""
    return photo_response(_entry_or_404(visit, key)[1])


def _entry_or_404(visit: Visit, key: uuid.UUID) -> tuple[Week, Entry]:
    """Return a member's own entry.

    Raises:
        Http404: there is none with this key, or it was removed.

    """
    week = week_of(visit.invitee)
    found = week.entries.filter(key=key, removed_at=None).first() if week else None
    if week is None or found is None:
        raise Http404
    return week, found


def _take(writing: Writing, key: uuid.UUID | None = None) -> HttpResponse:
    """Keep what was sent, or answer why not."""
    form = _form(writing)
    if not writing.may_write:
        return writing.refused()
    if not form.is_valid():
        return writing.wrong(form)
    data, visit = form.cleaned_data, writing.visit
    if key not in {None, data["key"]}:
        raise Http404
    try:
        kept, outcome = write(writing.week, data["key"], form.text, data["seen"], visit.now)
    except WritingRefusedError:
        return writing.refused()
    if outcome is Outcome.OVERTAKEN:
        return writing.overtaken(kept, form)
    return writing.kept(kept)


def _form(writing: Writing) -> EntryForm:
    """Return the form as it was sent; of an entry that is there it knows what it has."""
    request, week = writing.request, writing.week
    try:
        key = uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        there = None
    else:
        there = week.entries.filter(key=key, removed_at=None).first()
    initial = values_of(there) if there else None
    return EntryForm(request.POST, request.FILES, week=week, today=writing.today, initial=initial)


def _share(writing: Writing, found: Entry) -> HttpResponse:
    """Change who may read an entry."""
    data = writing.request.POST if writing.request.method == "POST" else None
    form = AudienceForm(data, initial={"audience": found.audience})
    if data is None:
        return writing.page({"form": form, "entry": found})
    if writing.is_by_script:
        return writing.refused()
    if not form.is_valid():
        context = {"form": form, "entry": found}
        return writing.page(context, HTTPStatus.UNPROCESSABLE_ENTITY)
    share(writing.week, found.key, form.cleaned_data["audience"], writing.visit.now)
    messages.success(writing.request, _("We have kept it."))
    return to(writing.visit, "logbook")
