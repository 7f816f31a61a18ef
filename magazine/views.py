"""The further addresses of the magazine's first page: the list of all stories, and the feeds."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control

from core.models import BasePage
from magazine.feeds import FEEDS, MOST_ENTRIES, feed_of
from magazine.lists.query import PAGE, read
from magazine.lists.story_list import PER_PAGE, StoryList
from magazine.models import MagazineIndexPage
from magazine.selectors import list_context

# What is made of more choices than this is not kept: there are too many of them.
MOST_KEPT = 2


def list_stories(request: HttpRequest, index: MagazineIndexPage) -> HttpResponse:
    """Show the stories that the address asks for."""
    stories = StoryList(index.locale_id, read(request.GET.dict()), PER_PAGE)
    place = f"?{PAGE}={stories.page.number}" if stories.page.number > 1 else ""
    # A choice is another view of the same list, its second page is not.
    index.subpath = f"{index.STORIES}{'' if stories.asked.values else place}"
    context: dict[str, Any] = BasePage.get_context(index, request) | list_context(index, stories)
    response = TemplateResponse(request, "magazine/story_list.html", context)
    return _kept_if_regular(response, stories)


def feed(request: HttpRequest, index: MagazineIndexPage, form: str) -> HttpResponse:
    """Return the newest of the stories that the address asks for, as a feed.

    Raises:
        Http404: there is no such feed.

    """
    stories = StoryList(index.locale_id, read(request.GET.dict()), MOST_ENTRIES)
    if form not in FEEDS or not stories.is_known or stories.asked.page > 1:
        raise Http404
    made = feed_of(form, index, stories)
    response = HttpResponse(made.writeString("utf-8"), content_type=FEEDS[form].content_type)
    response["X-Robots-Tag"] = "noindex"
    return _kept_if_regular(response, stories)


def _kept_if_regular(response: HttpResponse, stories: StoryList) -> HttpResponse:
    """Let no cache fill up with addresses that nobody is led to."""
    if not stories.is_regular or len(stories.asked.values) > MOST_KEPT:
        patch_cache_control(response, no_cache=True)
    return response
