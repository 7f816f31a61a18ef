"""A place as schema.org describes it, for search engines.

Sources: https://schema.org/LocalBusiness (which is what search engines read hours from),
https://schema.org/OpeningHoursSpecification. An invented place is described nowhere: a search
engine would lead people to a door that is not there. Of a confidential one nothing tells where
it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from core.seo.metadata import absolute
from warmtebronnen import hours
from warmtebronnen.directory.contact_links import call_link

if TYPE_CHECKING:
    from warmtebronnen.models import WarmtebronPage

WEEK = dt.timedelta(days=7)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def place(page: WarmtebronPage) -> list[dict[str, Any]]:
    """Return a place; nothing for an invented one."""
    facts = page.original
    if facts.is_example:
        return []
    address = absolute(page.get_url() or "/")
    described: dict[str, Any] = {
        "@type": "LocalBusiness",
        "@id": f"{address}#place",
        "name": page.title,
        "description": page.summary,
        "url": address,
        "openingHoursSpecification": list(_hours(facts.hours)),
        "telephone": call_link(facts.phone).removeprefix("tel:") if facts.phone else "",
        "email": facts.email,
        "sameAs": facts.website,
        "knowsLanguage": list(facts.spoken),
        "isAccessibleForFree": True if facts.costs == "free" else "",
    }
    if not facts.is_confidential:
        described |= _where(facts)
    return [{name: value for name, value in described.items() if value}]


def _where(facts: WarmtebronPage) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if facts.address:
        found["address"] = {
            "@type": "PostalAddress",
            "streetAddress": facts.address,
            "postalCode": facts.postcode,
            "addressLocality": facts.town,
            "addressCountry": "NL",
        }
    if facts.latitude is not None and facts.longitude is not None:
        found["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(facts.latitude),
            "longitude": float(facts.longitude),
        }
    return found


def _hours(spec: str) -> Iterator[dict[str, Any]]:
    """Yield the hours of this week and the next, each day with its date: holidays are right."""
    today = timezone.localdate(timezone=hours.ZONE)
    try:
        days = [*hours.week(spec, today), *hours.week(spec, today + WEEK)] if spec else []
    except hours.HoursError:
        return
    for day in days:
        for interval in day.intervals:
            if day.date >= today and interval.state is hours.State.OPEN:
                yield {
                    "@type": "OpeningHoursSpecification",
                    "dayOfWeek": f"https://schema.org/{_DAYS[day.date.weekday()]}",
                    "opens": f"{interval.start:%H:%M}",
                    "closes": "23:59" if interval.all_day else f"{interval.end:%H:%M}",
                    "validFrom": day.date.isoformat(),
                    "validThrough": day.date.isoformat(),
                }
