"""Changing a place: the form, what is different, and sending it."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from redactieraad.checks import NotReadyError
from redactieraad.desk.changes import changes_between
from warmtebronnen.desk.access import tenders_only
from warmtebronnen.desk.editing import SEEN, Editing, earlier_version, merged, newest
from warmtebronnen.desk.proposing import ChangedMeanwhileError, changes_something, propose
from warmtebronnen.models import Tending, WarmtebronPage

# What the buttons say that lead from one page to the next.
STEP, BACK, SEND = "step", "back", "send"
FORM, DIFFERENCE = "warmtebronnen/partner/change.html", "warmtebronnen/partner/difference.html"


@tenders_only
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, tending: Tending) -> HttpResponse:
    """Show the form; then what is different; then send it to the redactieraad."""
    place = WarmtebronPage.objects.get(pk=tending.place_id)
    if place.locked:
        context = {"place": place}
        name = "warmtebronnen/partner/locked.html"
        return render(request, name, context, status=HTTPStatus.LOCKED)
    if request.method != "POST":
        return _show_form(request, Editing(place))
    editing = Editing(place, request.POST.copy(), request.FILES)
    editing.take_in_photos(tending.user)
    return _answer(request, tending, editing)


def _answer(request: HttpRequest, tending: Tending, editing: Editing) -> HttpResponse:
    """Answer with the step that what was sent leads to."""
    if editing.began_with != editing.seen:
        return _tell_of_another(request, editing)
    if request.POST.get(STEP) == BACK or editing.asks_for_rows:
        return _show_form(request, editing)
    if not editing.is_valid:
        return _show_form(request, editing, HTTPStatus.UNPROCESSABLE_ENTITY)
    if request.POST.get(STEP) == SEND and changes_something(editing):
        return _send(request, tending, editing)
    return _show_difference(request, editing)


def _show_form(
    request: HttpRequest, editing: Editing, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    return render(request, FORM, {"editing": editing, "place": editing.place}, status=status)


def _show_difference(request: HttpRequest, editing: Editing) -> HttpResponse:
    """Show the place before and after, with all that was typed for the next step."""
    place = editing.place
    before = place if place.live else newest(place)
    is_changed = changes_something(editing)
    context = {
        "editing": editing,
        "place": place,
        "changes": changes_between(before, editing.after(), request) if is_changed else [],
        "is_changed": is_changed,
        "typed": list(_typed(editing)),
    }
    return render(request, DIFFERENCE, context)


def _send(request: HttpRequest, tending: Tending, editing: Editing) -> HttpResponse:
    try:
        propose(editing, tending.user)
    except ChangedMeanwhileError:
        return _tell_of_another(request, editing)
    except NotReadyError as error:
        for fault in error.faults:
            editing.form.add_error(None, ValidationError(fault))
        return _show_form(request, editing, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Your change is at the redactieraad. You see here how it goes."))
    return redirect("partner:place", tending.place_id)


def _tell_of_another(request: HttpRequest, editing: Editing) -> HttpResponse:
    """Say that somebody else changed the place, and go on with both changes."""
    place = WarmtebronPage.objects.get(pk=editing.place.pk)
    data = request.POST.copy() if editing.data is None else editing.data
    earlier = earlier_version(place, editing.began_with)
    context = {
        "editing": merged(place, data),
        "place": place,
        "is_overtaken": True,
        "others": changes_between(earlier, newest(place), request) if earlier else [],
    }
    return render(request, FORM, context, status=HTTPStatus.CONFLICT)


def _typed(editing: Editing) -> Iterator[tuple[str, str]]:
    """Yield all that was typed, as it was sent."""
    if editing.data is None:
        return
    for name, values in editing.data.lists():
        if name not in {"csrfmiddlewaretoken", STEP, SEEN}:
            yield from ((name, value) for value in values)
