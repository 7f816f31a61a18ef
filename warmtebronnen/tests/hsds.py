"""What the Human Services Data Specification 3.0 asks of what we export, as a JSON schema.

Written for this project from the specification's reference
(https://docs.openreferral.org/en/3.0/hsds/schema_reference.html); it names the objects and
fields that we use, and allows no other: a typing error is found then.
"""

from __future__ import annotations

from typing import Any

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "number"}
UUID, URI, EMAIL, MOMENT = (
    {"type": "string", "format": name} for name in ("uuid", "uri", "email", "date-time")
)


def one_of(*values: str) -> dict[str, Any]:
    """Return a field that is one of these words."""
    return {"type": "string", "enum": list(values)}


def thing(required: str = "", **fields: Any) -> dict[str, Any]:
    """Return an object with an id, these fields and no other.

    Args:
        required: the names of the fields it must have beside its id.
        **fields: what each field holds.

    """
    return {
        "type": "object",
        "required": ["id", *required.split()],
        "properties": {"id": UUID, **fields},
        "additionalProperties": False,
    }


def some(item: dict[str, Any]) -> dict[str, Any]:
    """Return a list of these."""
    return {"type": "array", "items": item}


ADDRESS = thing(
    "address_1 city state_province postal_code country address_type",
    address_1=TEXT,
    city=TEXT,
    region=TEXT,
    state_province=TEXT,
    postal_code=TEXT,
    country=TEXT,
    address_type=one_of("physical", "postal", "virtual"),
)
LOCATION = thing(
    "location_type",
    location_type=one_of("physical", "postal", "virtual"),
    name=TEXT,
    description=TEXT,
    latitude=NUMBER,
    longitude=NUMBER,
    addresses=some(ADDRESS),
    accessibility=some(thing(description=TEXT, details=TEXT, url=URI)),
)
SCHEDULE = thing(
    wkst=one_of("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    freq=one_of("WEEKLY", "MONTHLY"),
    byday=TEXT,
    opens_at=TEXT,
    closes_at=TEXT,
    description=TEXT,
    notes=TEXT,
)
TERM = thing(
    "name description",
    code=TEXT,
    name=TEXT,
    description=TEXT,
    language=TEXT,
    taxonomy=TEXT,
    taxonomy_id=UUID,
    taxonomy_detail=thing("name description", name=TEXT, description=TEXT),
)
SERVICE = thing(
    "name status",
    organization_id=UUID,
    organization=thing("name description", name=TEXT, description=TEXT, website=URI),
    name=TEXT,
    description=TEXT,
    url=URI,
    email=EMAIL,
    status=one_of("active", "inactive", "defunct", "temporarily closed"),
    application_process=TEXT,
    fees_description=TEXT,
    eligibility_description=TEXT,
    assured_date=TEXT,
    alert=TEXT,
    last_modified=MOMENT,
    phones=some(thing("number", number=TEXT, type=TEXT, description=TEXT)),
    schedules=some(SCHEDULE),
    service_areas=some(thing(name=TEXT)),
    service_at_locations=some(thing(location=LOCATION)),
    languages=some(thing(code=TEXT, name=TEXT)),
    cost_options=some(thing(option=TEXT, currency=TEXT, amount=NUMBER)),
    attributes=some(
        thing(link_id=UUID, link_entity=TEXT, taxonomy_term_id=UUID, taxonomy_term=TERM)
    ),
)
