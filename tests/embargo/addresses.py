"""Every address of the site, found by walking its routes: a new one is probed too.

A route with a parameter that `values_of` does not know fails the walk: say there what it may be.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, get_page_models

from challenge.models import Certificate, Entry, Snapshot
from challenge.public.pictures import picture_path
from challenge.publication.reading import read
from challenge.tests.whole import SECRETS, Whole
from core.sharing.address import digest, share_text
from redactieraad.models import Entry as RegisterEntry

# Pages are asked for by the addresses of pages, documents by nobody here.
BY_PAGES = {"wagtail_serve", "wagtaildocs_serve"}
LANGUAGES = ("nl", "en")
Values = Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Route:
    """A route with its full name, and the parameters that it takes."""

    name: str
    parameters: tuple[str, ...]
    text: str


def public_addresses(whole: Whole, values: Values) -> Iterator[str]:
    """Yield everything that a reader without an account can ask for."""
    for code in LANGUAGES:
        with override(code):
            for route in routes():
                if not route.text.startswith("beheer/"):
                    yield from addresses_of(route, values)
            yield from (f"{reverse('search')}?q={word}" for word in (*SECRETS, whole.names[0]))
    yield from pages(values)


def routes(
    resolver: URLResolver | None = None, text: str = "", spaces: tuple[str, ...] = ()
) -> Iterator[Route]:
    """Yield every route of the site."""
    for one in (resolver or get_resolver()).url_patterns:
        whole = f"{text}{one.pattern}"
        if isinstance(one, URLResolver):
            inner = (*spaces, one.namespace) if one.namespace else spaces
            yield from routes(one, whole, inner)
        elif isinstance(one, URLPattern) and one.name not in BY_PAGES:
            yield Route(":".join((*spaces, one.name or "")), _parameters(one, resolver), whole)


def addresses_of(route: Route, values: Values) -> Iterator[str]:
    """Yield the addresses of a route, one for each way to fill it in."""
    if route.name.endswith(":") or not route.name:
        yield f"/{route.text}"
        return
    yield from _filled(route, values, lambda kwargs: reverse(route.name, kwargs=kwargs))


def pages(values: Values) -> Iterator[str]:
    """Yield the addresses of all pages, live or not, with everything that they answer below."""
    for page in Page.objects.filter(depth__gt=1).specific():
        url = page.get_url()
        yield url
        yield f"{url}?volgorde=-plaats"
        if isinstance(page, RoutablePageMixin):
            yield from (f"{url}{rest}" for rest in _below(page, values))


def routable_models() -> list[type[Any]]:
    """Return the page types that answer under more than one address."""
    return [model for model in get_page_models() if issubclass(model, RoutablePageMixin)]


def _below(page: Any, values: Values) -> Iterator[str]:
    for one in type(page).get_subpage_urls():
        route = Route(one.name, tuple(one.pattern.regex.groupindex), str(one.pattern))
        yield from _filled(
            route, values, lambda kwargs, name=one.name: page.reverse_subpage(name, kwargs=kwargs)
        )


def _filled(route: Route, values: Values, make: Any) -> Iterator[str]:
    unknown = [name for name in route.parameters if name not in values]
    assert not unknown, f"Say in values_of() what {unknown} of {route.text} can be."
    found = []
    for chosen in itertools.product(*(values[name] for name in route.parameters)):
        try:
            found.append(make(dict(zip(route.parameters, chosen, strict=True))))
        except NoReverseMatch:
            # This value is of another kind than this route takes.
            continue
    assert found, f"No value in values_of() fits {route.text}."
    yield from found


def _parameters(one: URLPattern, resolver: URLResolver | None) -> tuple[str, ...]:
    above = tuple(resolver.pattern.regex.groupindex) if resolver else ()
    return tuple(dict.fromkeys((*above, *one.pattern.regex.groupindex)))


def values_of(whole: Whole) -> dict[str, Sequence[Any]]:
    """Return what the parameters of public routes can be, those of a result among them."""
    entry = Entry.objects.filter(week__invitee__campaign=whole.campaign).exclude(photo="").get()
    index = read(Snapshot.objects.get(campaign=whole.campaign).content)
    parties = [party.slug for party in index.parties]
    drawn = [picture_path(whole.page, index, one).strip("/")[-16:] for one in index.parties]
    member = entry.week.invitee.member
    shared = [digest(share_text(page)) for page in (whole.page, whole.report)]
    certificates = list(Certificate.objects.values_list("code", flat=True))
    return {
        "slug": [whole.campaign.slug, whole.campaign.council.slug, *parties],
        "party": parties,
        "council": [whole.campaign.council.slug],
        "key": [entry.key, member.uuid, "zonder-slot"],
        "code": ["nl", "en", *certificates],
        "drawn": [*drawn, *shared],
        "page_id": [whole.page.pk, whole.report.pk],
        "pk": [whole.page.pk, whole.report.pk, whole.release.pk],
        "path": [
            entry.photo.name,
            f"share/{shared[1]}.png",
            *(f"share/{one}.png" for one in drawn),
        ],
        "number": list(RegisterEntry.objects.values_list("number", flat=True)),
        "token": ["geraden"],
        "table": ["antwoorden", "leden"],
        "ending": ["csv", "xlsx"],
        "form": ["atom", "rss"],
        **_other_features(),
    }


def _other_features() -> dict[str, Iterable[Any]]:
    """Return what parameters of routes can be that have nothing to do with the challenge."""
    return {
        "restriction_id": [1],
        "page_view_restriction_id": [1],
        "uidb36": ["1"],
        "facet": ["gebied"],
        "value": ["noord"],
        "size": ["a4"],
    }
