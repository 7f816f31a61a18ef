"""`/data/hsds.json` is what Open Referral's specification says that it should be."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from django.apps import apps
from django.utils import timezone

from warmtebronnen.exchange.schedules import schedules_of
from warmtebronnen.models import Confirmation, Notice
from warmtebronnen.tests.factories import directory, public_place
from warmtebronnen.tests.hsds import SERVICE
from warmtebronnen.vocabulary import SPOKEN, Access, Entrance, Need

Area = apps.get_model("projects", "Area")

EVERYTHING = {
    "needs": Need.values,
    "for_whom": "Iedereen.",
    "costs": "free",
    "costs_note": "Ook de koffie.",
    "how_to_come": Entrance.values,
    "spoken": list(SPOKEN),
    "access": Access.values,
    "hours": "Mo-Fr 10:00-17:00; Fr 20:00-02:00; Tu[1] 19:00-21:00; PH off",
    "hours_note": "De keuken sluit om zes uur.",
    "address": "Voorbeeldstraat 1",
    "postcode": "3011 QQ",
    "latitude": "51.92000",
    "longitude": "4.48000",
    "how_to_find": "De groene deur.",
    "phone": "010 000 00 01",
    "whatsapp": "+31 6 00 00 00 01",
    "email": "pan@voorbeeld.example",
    "website": "https://pan.voorbeeld.example/",
}


@cache
def validator() -> Draft202012Validator:
    checker = FormatChecker(["uuid", "uri", "email", "date-time"])
    return Draft202012Validator(SERVICE, format_checker=checker)


def exported(client) -> dict[str, Any]:
    response = client.get("/data/hsds.json")
    assert response.status_code == 200
    return response.json()


def faults_of(service: dict[str, Any]) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in validator().iter_errors(service)]


def test_what_is_wrong_is_found():
    whole = {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "x", "status": "active"}
    assert faults_of(whole) == []
    for wrong in (
        {"id": "1"},
        {"status": "open"},
        {"phones": [{"id": whole["id"]}]},
        {"nmae": "x"},
    ):
        assert faults_of(whole | wrong)


@pytest.mark.django_db
def test_full_and_bare_places_hold_to_the_specification(client):
    directory()
    area = Area.objects.create(name="Noord", key="noord")
    full = public_place("vol", title="Vol", area=area, **EVERYTHING)
    public_place("kaal", title="Kaal")
    Confirmation.objects.create(place=full, by="place")
    Notice.objects.create(place=full, text="De vloer is nat.", is_closed=True)
    page = exported(client)
    assert [faults_of(service) for service in page["contents"]] == [[], []]
    assert (page["total_items"], page["empty"], page["version"]) == (2, False, "3.0")
    service = page["contents"][0]
    assert service["id"] == str(full.translation_key)
    assert service["status"] == "temporarily closed"
    assert service["alert"] == "De vloer is nat."
    assert service["assured_date"] == timezone.localdate().isoformat()
    (at,) = service["service_at_locations"]
    assert (at["location"]["latitude"], at["location"]["longitude"]) == (51.92, 4.48)
    assert at["location"]["addresses"][0]["postal_code"] == "3011 QQ"
    assert len(at["location"]["accessibility"]) == len(Access.values)
    assert [one["code"] for one in service["languages"]] == list(SPOKEN)
    terms = [one["taxonomy_term"]["code"] for one in service["attributes"]]
    assert terms == Need.values
    assert len({one["id"] for one in service["attributes"]}) == len(terms)
    bare = page["contents"][1]
    assert "service_at_locations" not in bare
    assert bare["organization"]["name"] == "Kaal"


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("", []),
        ("Mo-We 10:00-12:00,13:00-17:00; PH off", [
            ("WEEKLY", "MO,TU,WE", "10:00", "12:00"), ("WEEKLY", "MO,TU,WE", "13:00", "17:00"),
        ]),
        ("We-Sa 20:00-02:00", [("WEEKLY", "WE,TH,FR,SA", "20:00", "02:00")]),
        ("24/7", [("WEEKLY", "MO,TU,WE,TH,FR,SA,SU", "00:00", "00:00")]),
        ("Mo 13:00-16:30; Tu[-1] 19:00-21:00", [
            ("WEEKLY", "MO", "13:00", "16:30"), ("MONTHLY", "-1TU", "19:00", "21:00"),
        ]),
        # What no recurrence can say truly is said in words alone.
        ("Tu 10:00-12:00; Tu[1] 19:00-21:00", [None]),
        ("Sep-Jun We 10:00-12:30", [None]),
        ("week 1-53/2 Mo 10:00-12:00", [None]),
    ],
)  # fmt: skip
def test_hours_become_recurrences_where_those_are_true(spec, said):
    found = schedules_of(spec)
    names = ("freq", "byday", "opens_at", "closes_at")
    assert [tuple(one[name] for name in names) if "freq" in one else None for one in found] == said
    assert all(one["description"] for one in found)
