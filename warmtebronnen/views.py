"""The directory and its places, in every language."""

from __future__ import annotations

from typing import Any

from allauth.core.ratelimit import consume

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from wagtail.models import Page

from core.pagecache.shared import this_is_page
from core.pagecache.views import kept
from core.restrictions import public
from core.routing import root_of
from languages.fallback import best_version
from languages.registry import SOURCE, fallbacks
from warmtebronnen.addresses import place_path
from warmtebronnen.directory.cache_lifetimes import SECONDS_OF_NOW, keep_answer
from warmtebronnen.directory.places_json import plain
from warmtebronnen.forms.reports import ReportForm
from warmtebronnen.models import WarmtebronnenIndexPage, WarmtebronPage
from warmtebronnen.selectors import place_list
from warmtebronnen.upkeep.reports import report

TOO_MANY = 429


@require_safe
@kept
def directory(request: HttpRequest) -> HttpResponse:
    """Show the places that the address asks for."""
    this_is_page(request.path)
    language = _language()
    trail = _trail(request, language)
    index: Any = trail.pop()
    index.show_in(language, trail)
    return index.serve(request)


@require_safe
@kept
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a place: its facts in the reader's language, its words in one that it has."""
    this_is_page(request.path)
    language = _language()
    page = _place(slug, language)
    if page.original.slug != slug:
        return redirect(place_path(language, page.original.slug), permanent=True)
    page.show_in(language, _trail(request, language))
    return page.serve(request)


def _place(slug: str, language: str) -> WarmtebronPage:
    """Return the version of a place that its reader understands best.

    Raises:
        Http404: there is no such place, or not for everybody.

    """
    keys = WarmtebronPage.objects.live().filter(slug=slug).values("translation_key")
    versions = public(
        WarmtebronPage.objects.live()
        .filter(translation_key__in=keys)
        .with_confirmation()
        .select_related(*WarmtebronPage.read_with)
    )
    by_language = {page.locale.language_code: page for page in versions}
    if SOURCE not in by_language:
        raise Http404
    order = (language, *fallbacks(language), SOURCE)
    page = next(by_language[code] for code in order if code in by_language)
    page.original = by_language[SOURCE]
    return page


def _trail(request: HttpRequest, language: str) -> list[Any]:
    """Return home and the directory for readers of a language.

    Raises:
        Http404: there is no directory, or not for everybody.

    """
    root = root_of(request)
    index: Any = best_version(WarmtebronnenIndexPage.objects.all(), language)
    if index is None:
        raise Http404
    # All that a breadcrumb needs of home, without asking for it.
    home = [Page(title=_("Home"), url_path=root.root_path)] if root else []
    index.show_in(language, home)
    return [*home, index]


@require_safe
@kept
def places_json(request: HttpRequest) -> HttpResponse:
    """Return the places that the address asks for, for the map and the reader's own list."""
    places = place_list(request)
    response = JsonResponse({"places": plain(places)})
    response["X-Robots-Tag"] = "noindex"
    return keep_answer(response, places, [], SECONDS_OF_NOW)


@require_safe
@kept
def my_list(request: HttpRequest) -> HttpResponse:
    """Show the page on which a reader's browser shows the places that it keeps."""
    this_is_page(request.path)
    return render(request, "warmtebronnen/my_list.html")


@method_decorator(csrf_exempt, "dispatch")
class ReportView(FormView):
    """Takes word that something is not right. No token: that would cost every reader a cookie."""

    template_name = "warmtebronnen/report.html"
    form_class = ReportForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Find the place; a place that is gone takes no reports."""
        self.page = _place(self.kwargs["slug"], _language())
        self.page.show_in(_language(), _trail(request, _language()))
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the place, under a name that makes no search engine take this for its page."""
        return super().get_context_data(place=self.page, **kwargs)

    def form_valid(self, form: ReportForm) -> HttpResponse:
        """Keep the report, unless a program filled in the form or somebody sends very many."""
        slug = self.page.original.slug
        thanks = redirect("warmtebronnen:report_thanks", slug)
        if form.is_a_trap:
            return thanks
        if not consume(self.request, action="report", key=slug):
            form.add_error(None, _("Too many attempts. Wait an hour, then try again."))
            return self.render_to_response(self.get_context_data(form=form), status=TOO_MANY)
        report(self.page.original, form.cleaned_data["text"], _language())
        return thanks


@require_safe
def report_thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that the team goes and looks."""
    page = _place(slug, _language())
    page.show_in(_language(), [])
    return render(request, "warmtebronnen/report_thanks.html", {"place": page})


def _language() -> str:
    return get_language() or SOURCE
