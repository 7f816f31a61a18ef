"""Places in the Human Services Data Specification of Open Referral, version 3.0.

https://docs.openreferral.org/en/v3.0/. A place is a service of an organisation at a location,
in the form that a full service has in HSDS's own API; the list is a page of that API that holds
them all. A field that we know nothing about is left out: the schemas allow no null.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from core.opendata.registry import LICENCE_URL
from warmtebronnen.exchange.rows import Row, public_row_of
from warmtebronnen.exchange.schedules import schedules_of
from warmtebronnen.exchange.terms import id_of, needs_of
from warmtebronnen.models import Notice, WarmtebronPage
from warmtebronnen.vocabulary import SPOKEN, Access, Cost, Entrance

VERSION = "3.0"
PROVINCE, COUNTRY = "Zuid-Holland", "NL"


def services(places: Sequence[WarmtebronPage], notices: dict[int, list[Notice]]) -> dict[str, Any]:
    """Return all places as one page of HSDS services.

    Args:
        places: the places, with what their rows need.
        notices: what holds today, by place.

    """
    return {
        "version": VERSION,
        "license": LICENCE_URL,
        "total_items": len(places),
        "total_pages": 1,
        "page_number": 1,
        "size": len(places),
        "first_page": True,
        "last_page": True,
        "empty": not places,
        "contents": [_service(place, notices.get(place.pk, [])) for place in places],
    }


def _service(place: WarmtebronPage, notices: list[Notice]) -> dict[str, Any]:
    row = public_row_of(place)
    own = row["id"]
    is_closed = any(notice.is_closed for notice in notices)
    return _known(
        id=own,
        name=row["name"],
        description=row["summary"],
        url=row["website"] or row["url"],
        email=row["email"],
        status="temporarily closed" if is_closed else "active",
        alert=" ".join(str(notice) for notice in notices),
        eligibility_description=" ".join(filter(None, (row["for_whom"], row["conditions"]))),
        application_process=", ".join(str(Entrance(code).label) for code in row["how_to_come"]),
        fees_description=": ".join(
            filter(None, (row["costs"] and str(Cost(row["costs"]).label), row["costs_note"]))
        ),
        assured_date=row["confirmed_on"].isoformat() if row["confirmed_on"] else "",
        last_modified=place.last_published_at.isoformat() if place.last_published_at else "",
        organization_id=_organisation(place, row)["id"],
        organization=_organisation(place, row),
        phones=list(_phones(row)),
        languages=_languages(row),
        schedules=_schedules(row),
        cost_options=_costs(row),
        service_areas=_areas(place, row),
        service_at_locations=_locations(row),
        attributes=needs_of(own, row["needs"]),
    )


def _known(**fields: Any) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def _organisation(place: WarmtebronPage, row: Row) -> dict[str, Any]:
    """Return who runs the place: the place itself where no organisation is named."""
    if place.organisation is None:
        return _known(
            id=id_of(row["id"], "organization"),
            name=row["name"],
            description=row["summary"],
            website=row["website"],
        )
    organisation: Any = place.organisation
    return _known(
        id=str(organisation.translation_key),
        name=organisation.name,
        description=organisation.summary or organisation.name,
    )


def _phones(row: Row) -> Iterable[dict[str, Any]]:
    for name, kind, description in (("phone", "voice", ""), ("whatsapp", "text", "WhatsApp")):
        if row[name]:
            yield _known(
                id=id_of(row["id"], name), number=row[name], type=kind, description=description
            )


def _languages(row: Row) -> list[dict[str, Any]]:
    return [
        {"id": id_of(row["id"], "language", code), "name": str(SPOKEN[code].name), "code": code}
        for code in row["spoken"]
    ]


def _schedules(row: Row) -> list[dict[str, Any]]:
    found = [
        {"id": id_of(row["id"], "schedule", str(number))} | schedule
        for number, schedule in enumerate(schedules_of(row["hours"]))
    ]
    note = {"notes": row["hours_note"]} if row["hours_note"] else {}
    return [one | note for one in found]


def _costs(row: Row) -> list[dict[str, Any]]:
    """Return that it is free: of other costs no amount is known."""
    if row["costs"] != Cost.FREE:
        return []
    option = {"id": id_of(row["id"], "cost"), "option": str(Cost.FREE.label)}
    return [option | {"amount": 0, "currency": "EUR"}]


def _areas(place: WarmtebronPage, row: Row) -> list[dict[str, Any]]:
    """Return the part of the city that it is in; never of a confidential place."""
    if not row["area"]:
        return []
    area: Any = place.area
    return [{"id": id_of("area", row["area"]), "name": area.name}]


def _locations(row: Row) -> list[dict[str, Any]]:
    """Return where the service is, as far as anybody may know."""
    if row["is_confidential"] or not (row["address"] or row["latitude"]):
        return []
    own = row["id"]
    location = _known(
        id=id_of(own, "location"),
        location_type="physical",
        name=row["name"],
        description=row["how_to_find"],
        latitude=_degrees(row["latitude"]),
        longitude=_degrees(row["longitude"]),
        addresses=_addresses(row),
        accessibility=_access(row),
    )
    return [{"id": id_of(own, "service at location"), "location": location}]


def _degrees(value: Any) -> float | None:
    return None if value is None else float(value)


def _addresses(row: Row) -> list[dict[str, Any]]:
    if not row["address"]:
        return []
    return [
        {
            "id": id_of(row["id"], "address"),
            "address_1": row["address"],
            "city": row["town"],
            "region": row["neighbourhood"],
            "state_province": PROVINCE,
            "postal_code": row["postcode"],
            "country": COUNTRY,
            "address_type": "physical",
        }
    ]


def _access(row: Row) -> list[dict[str, Any]]:
    return [
        {
            "id": id_of(row["id"], "access", code),
            "description": str(Access(code).label),
        }
        for code in row["access"]
    ]
