"""The campaigns, and of each campaign what was answered, written, tried and changed."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from challenge.journalist.access import readers_only
from challenge.journalist.changes import changes
from challenge.journalist.contacts import contacts
from challenge.journalist.forms.filters import OUTCOME_NAMES, Asked, FilterForm
from challenge.journalist.responses import responses
from challenge.journalist.shared import members
from challenge.models import Campaign
from challenge.vocabulary import NO_ANSWER

PER_PAGE = 50


@readers_only
def desk(request: HttpRequest) -> HttpResponse:
    """Show the campaigns."""
    campaigns = Campaign.objects.select_related("council").annotate(number=Count("invitees"))
    return render(request, "challenge/journalist/desk.html", {"campaigns": campaigns})


@readers_only
def answers(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what each member answered, as far as asked for."""
    context = _asked(request, slug)
    campaign, asked = context["campaign"], context["asked"]
    everybody = members(campaign, Asked()).values_list("choice", flat=True)
    given = [choice or NO_ANSWER for choice in everybody]
    counts = [(code, label, given.count(code)) for code, label in OUTCOME_NAMES.items()]
    page = _page(request, members(campaign, asked))
    context |= {"items": page, "responses": responses(page), "counts": counts}
    return render(request, "challenge/journalist/answers.html", context)


@readers_only
def logbooks(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the logbook weeks, with what their writers shared."""
    context = _asked(request, slug)
    found = members(context["campaign"], context["asked"]).exclude(week=None)
    page = _page(request, found)
    context |= {"items": page, "responses": responses(page)}
    return render(request, "challenge/journalist/logbooks.html", context)


@readers_only
def all_contacts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how members were contacted."""
    context = _asked(request, slug)
    found = list(contacts(context["campaign"], context["asked"]))
    context["items"] = _page(request, found)
    return render(request, "challenge/journalist/contacts.html", context)


@readers_only
def statements(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what members say is not right, and what they want to stand beside their record."""
    context = _asked(request, slug)
    found = [
        one
        for one in responses(members(context["campaign"], context["asked"]))
        if one.statements or one.corrections or one.rulings
    ]
    page = _page(request, found)
    context |= {"items": page, "responses": page}
    return render(request, "challenge/journalist/statements.html", context)


@readers_only
def all_changes(request: HttpRequest, slug: str) -> HttpResponse:
    """Show everything that changed, the newest first."""
    context = _asked(request, slug)
    context["items"] = _page(request, changes(context["campaign"], context["asked"]))
    return render(request, "challenge/journalist/changes.html", context)


def _asked(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Return the campaign, and what is asked of it."""
    campaign = get_object_or_404(Campaign.objects.select_related("council"), slug=slug)
    form = FilterForm(request.GET, campaign)
    return {"campaign": campaign, "form": form, "asked": form.asked}


def _page(request: HttpRequest, rows: Any) -> Any:
    return Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
