"""The pages of a campaign about the question and the answers; those of the index in `results`."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from challenge.embargo import release_or_404
from challenge.models import CampaignPage
from challenge.public import routes
from challenge.public.logbooks import diaries_on, writers
from challenge.public.method import method_context
from challenge.public.persons import groups_on, sheets_of
from challenge.public.selectors import Public, campaign_context
from challenge.public.showing import part_of, show
from core.models import Part

PAGE = "pagina"
PERSONS = 60
DIARIES = 8


def campaign(request: HttpRequest, page: CampaignPage) -> HttpResponse:
    """Show the question, why it is asked, the four answers and the time line."""
    shown = Public(page)
    return show(request, shown, "campaign_page", campaign_context(shown))


def answers(request: HttpRequest, page: CampaignPage) -> HttpResponse:
    """Show everybody under the answer that they gave."""
    shown = Public(page, release_or_404(page.campaign))
    items = Paginator(sheets_of(shown), PERSONS).get_page(request.GET.get(PAGE))
    title = _("The answers")
    about = _("Every council member under the answer that they gave, in order of the alphabet.")
    part_of(page, _numbered(routes.ANSWERS, items.number), Part(title, about))
    context = {
        "items": items,
        "groups": groups_on(items, shown.counts),
        "outcomes": shown.outcomes(),
        "guests": [] if items.has_next() else list(page.campaign.guests.all()),
    }
    return show(request, shown, "answers", context, reads=[PAGE])


def logbooks(request: HttpRequest, page: CampaignPage) -> HttpResponse:
    """Show the logbooks, as far as their writers made them public."""
    shown = Public(page, release_or_404(page.campaign))
    items = Paginator(writers(shown), DIARIES).get_page(request.GET.get(PAGE))
    title = _("The logbooks")
    about = _("What council members wrote in their week, as far as they made it public.")
    part_of(page, _numbered(routes.LOGBOOKS, items.number), Part(title, about))
    context = {"items": items, "diaries": diaries_on(shown, list(items))}
    return show(request, shown, "logbooks", context, reads=[PAGE])


def method(request: HttpRequest, page: CampaignPage) -> HttpResponse:
    """Show how the index is reckoned, as soon as the redactieraad approved it.

    Raises:
        Http404: it did not yet.

    """
    shown = Public(page)
    if not shown.has_method:
        message = "The method is not approved."
        raise Http404(message)
    about = _("How the index is reckoned, in plain words: fixed before the first invitation.")
    part_of(page, routes.METHOD, Part(_("The method"), about))
    return show(request, shown, "method", method_context(page.campaign))


def try_yourself(request: HttpRequest, page: CampaignPage) -> HttpResponse:
    """Let anybody keep a week of their own, in their own browser."""
    about = _("Keep a week of your own and see how far the money goes. Nothing is sent.")
    part_of(page, routes.TRY, Part(_("Take part yourself"), about))
    return show(request, Public(page), "own_week", {})


def launch_day(request: HttpRequest, page: CampaignPage) -> HttpResponse:
    """Show the programme of the day of the launch.

    Raises:
        Http404: there is no programme yet.

    """
    if not page.launch_day:
        message = "There is no programme yet."
        raise Http404(message)
    part_of(page, routes.LAUNCH_DAY, Part(_("Day of the launch")))
    return show(request, Public(page), "launch_day", {})


def _numbered(place: str, number: int) -> str:
    """Return the address of a page of a list."""
    return f"{place}?{PAGE}={number}" if number > 1 else place
