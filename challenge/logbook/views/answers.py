"""What is answered to something that was written: as a page, or as plain data for the script."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from challenge.logbook.forms import EntryForm
from challenge.logbook.overview import Overview, overview_of
from challenge.logbook.standing import standing_of
from challenge.models import Entry, Week
from challenge.personal.access import Visit, show, to

LOGBOOK = "challenge/logbook/logbook.html"
ENTRY = "challenge/logbook/entry.html"
OVERTAKEN = "challenge/logbook/overtaken.html"
# The parts of the logbook's page that the script puts in anew.
PARTS = {name: f"challenge/logbook/{name}.html" for name in ("balance", "days")}
OTHER = "challenge/logbook/other.html"
JSON = "application/json"


@dataclass(frozen=True)
class Writing:
    """A request in which somebody writes.

    Attributes:
        request: the request.
        visit: who writes.
        week: in which week.
        template: the page that it was written on.

    """

    request: HttpRequest
    visit: Visit
    week: Week
    template: str = LOGBOOK

    @property
    def is_by_script(self) -> bool:
        """Return whether a script waits for the answer."""
        return self.request.headers.get("Accept") == JSON

    @property
    def today(self) -> dt.date:
        """Return the day of the request, where the campaign is."""
        return timezone.localdate(self.visit.now)

    @property
    def may_write(self) -> bool:
        """Return whether anything can be written in this week."""
        return standing_of(self.week, self.today).may_write

    @property
    def overview(self) -> Overview:
        """Return the week as it is now, asked anew each time."""
        return overview_of(self.week, self.today)

    def page(
        self, context: dict[str, Any], status: HTTPStatus = HTTPStatus.OK, template: str = ""
    ) -> HttpResponse:
        """Return a page with the week on it."""
        context = {"overview": self.overview, "week": self.week, **context}
        return show(self.request, self.visit, template or self.template, context, status)

    def kept(self, entry: Entry) -> HttpResponse:
        """Say that a text was kept."""
        if not self.is_by_script:
            messages.success(self.request, _("We have kept it."))
            return to(self.visit, "logbook")
        context = {"overview": self.overview}
        parts = {name: self._part(template, context) for name, template in PARTS.items()}
        return JsonResponse({"version": entry.version, "parts": parts})

    def overtaken(self, entry: Entry, form: EntryForm | None) -> HttpResponse:
        """Show what is kept by now, beside what was sent."""
        status = HTTPStatus.CONFLICT
        if self.is_by_script:
            other = self._part(OTHER, {"entry": entry})
            return JsonResponse({"version": entry.version, "other": other}, status=status)
        if form is not None:
            form.data = {**self.request.POST.dict(), "seen": str(entry.version)}
        context = {"entry": entry, "form": form, "lost_photo": bool(self.request.FILES)}
        return self.page(context, status, OVERTAKEN)

    def wrong(self, form: EntryForm) -> HttpResponse:
        """Show what cannot be kept as it is."""
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if self.is_by_script:
            errors = {name: " ".join(map(str, found)) for name, found in form.errors.items()}
            return JsonResponse({"errors": errors}, status=status)
        return self.page({"form": form}, status)

    def refused(self) -> HttpResponse:
        """Say that nothing can be written any more, and give back what was typed."""
        status = HTTPStatus.LOCKED
        if self.is_by_script:
            message = _("Nothing can be written in this week any more.")
            return JsonResponse({"errors": {"": message}}, status=status)
        typed = {"is_refused": True, "typed": self.request.POST.get("words", "")}
        return self.page(typed, status, LOGBOOK)

    def _part(self, template: str, context: dict[str, Any]) -> str:
        """Return a part of the page that the script puts in."""
        context = {"visit": self.visit, "week": self.week, **context}
        return render_to_string(template, context, self.request)
