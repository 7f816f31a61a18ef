"""The addresses of a campaign's page, and what answers there."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from wagtail.contrib.routable_page.models import RoutablePageMixin, path

ANSWERS = "antwoorden/"
LOGBOOKS = "logboeken/"
INDEX = "index/"
METHOD = "methode/"
TRY = "probeer-zelf/"
LAUNCH_DAY = "lanceerdag/"
# Below the addresses of a party and of an entry: made for each, so not kept like pages.
PICTURE = "deelbeeld/<str:drawn>/"
PHOTO = "foto/<uuid:key>/"

# In the order in which readers meet them; those in the second list only from the launch.
ALWAYS = (METHOD, TRY, LAUNCH_DAY)
FROM_THE_LAUNCH = (ANSWERS, LOGBOOKS, INDEX)


class CampaignRoutes(RoutablePageMixin):
    """Everything that a campaign's page answers, below its own address."""

    parameters = frozenset({"pagina", "volgorde"})
    # What search engines are told of what is shown, set by who shows it.
    described: Sequence[dict[str, Any]] = ()

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the campaign."""
        from challenge.public import views  # noqa: PLC0415 - they need the page's class

        return views.campaign(request, self)

    @path(ANSWERS)
    def answers_route(self, request: HttpRequest) -> HttpResponse:
        """Show everybody under the answer that they gave."""
        from challenge.public import views  # noqa: PLC0415 - as above

        return views.answers(request, self)

    @path(LOGBOOKS)
    def logbooks_route(self, request: HttpRequest) -> HttpResponse:
        """Show the logbooks, as far as their writers made them public."""
        from challenge.public import views  # noqa: PLC0415 - as above

        return views.logbooks(request, self)

    @path(f"{LOGBOOKS}{PHOTO}")
    def photo_route(self, request: HttpRequest, key: uuid.UUID) -> HttpResponse:
        """Return the photo of a public entry."""
        from challenge.public import files  # noqa: PLC0415 - as above

        return files.photo(request, self, key)

    @path(INDEX)
    def results_route(self, request: HttpRequest) -> HttpResponse:
        """Show the index."""
        from challenge.public import results  # noqa: PLC0415 - as above

        return results.index(request, self)

    @path(f"{INDEX}<slug:party>/")
    def party_route(self, request: HttpRequest, party: str) -> HttpResponse:
        """Show a party."""
        from challenge.public import results  # noqa: PLC0415 - as above

        return results.party(request, self, party)

    @path(f"{INDEX}<slug:party>/{PICTURE}")
    def picture_route(self, request: HttpRequest, party: str, drawn: str) -> HttpResponse:
        """Return the picture that goes along when a party's page is shared."""
        from challenge.public import files  # noqa: PLC0415 - as above

        return files.party_picture(request, self, party, drawn)

    @path(METHOD)
    def method_route(self, request: HttpRequest) -> HttpResponse:
        """Show how the index is reckoned."""
        from challenge.public import views  # noqa: PLC0415 - as above

        return views.method(request, self)

    @path(TRY)
    def try_route(self, request: HttpRequest) -> HttpResponse:
        """Let anybody keep a week of their own."""
        from challenge.public import views  # noqa: PLC0415 - as above

        return views.try_yourself(request, self)

    @path(LAUNCH_DAY)
    def launch_day_route(self, request: HttpRequest) -> HttpResponse:
        """Show the programme of the day of the launch."""
        from challenge.public import views  # noqa: PLC0415 - as above

        return views.launch_day(request, self)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the template of the campaign."""
        return "challenge/public/campaign_page.html"

    def structured_data(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return what search engines are told of what is shown at this address."""
        return list(self.described)

    def get_cached_paths(self) -> Iterator[str]:
        """Yield every address under which this answers, as far as it is kept.

        The parties come last: who looks for one address only asks for them if it is none before.
        """
        from challenge.public.selectors import party_slugs  # noqa: PLC0415 - as above

        yield "/"
        yield from (f"/{place}" for place in (*ALWAYS, *FROM_THE_LAUNCH))
        yield from (f"/{INDEX}{slug}/" for slug in party_slugs(self))
