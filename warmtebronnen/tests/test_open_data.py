"""The places as files: each once, nothing of where a confidential one is, and kept until a change.

HSDS is held against its schemas in `test_hsds`.
"""

from __future__ import annotations

import csv
import io
import json

import pytest
from jsonschema import Draft202012Validator

from django.apps import apps

from wagtail.models import Locale

from core.opendata import datasets
from warmtebronnen.datasets import PLACE_COLUMNS
from warmtebronnen.models import PrivateAddress, WarmtebronPage
from warmtebronnen.tests.factories import directory, place, public_place

Area = apps.get_model("projects", "Area")
Neighbourhood = apps.get_model("projects", "Neighbourhood")

pytestmark = pytest.mark.django_db

CSV, GEOJSON, HSDS = FILES = (
    "/data/warmtebronnen.csv", "/data/warmtebronnen.geojson", "/data/hsds.json",
)  # fmt: skip
# RFC 7946, as far as a collection of points needs it.
FEATURES = {
    "type": "object",
    "required": ["type", "features"],
    # Section 4: no other system of coordinates.
    "not": {"required": ["crs"]},
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": {
            "type": "object",
            "required": ["type", "geometry", "properties"],
            "properties": {
                "type": {"const": "Feature"},
                "id": {"type": ["string", "number"]},
                "properties": {"type": ["object", "null"]},
                "geometry": {"oneOf": [{"type": "null"}, {
                    "type": "object",
                    "required": ["type", "coordinates"],
                    "additionalProperties": False,
                    "properties": {
                        "type": {"const": "Point"},
                        "coordinates": {
                            "type": "array",
                            "minItems": 2,
                            "maxItems": 2,
                            # Longitude first: Rotterdam lies at 4 east and 52 north.
                            "prefixItems": [
                                {"type": "number", "minimum": 3, "maximum": 8},
                                {"type": "number", "minimum": 50, "maximum": 54},
                            ],
                        },
                    },
                }]},
            },
        }},
    },
}  # fmt: skip


def rows(client):
    return list(csv.DictReader(io.StringIO(client.get(CSV).content.decode())))


def features(client):
    return json.loads(client.get(GEOJSON).content)["features"]


def test_each_public_place_is_there_once_whatever_its_translations(client):
    page = public_place(needs=["meal", "company"], is_confidential=False)
    english = page.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0],
                                        copy_parents=True)  # fmt: skip
    WarmtebronPage.objects.filter(pk=english.pk).update(live=True, title="The Table")
    place("concept", title="Concept")
    (row,) = rows(client)
    assert (row["id"], row["name"]) == (str(page.translation_key), page.title)
    assert row["needs"] == "meal;company"
    assert row["url"].endswith("/nl/warmtebronnen/de-tafel/")
    assert [one["id"] for one in features(client)] == [row["id"]]
    assert [one["id"] for one in client.get(HSDS).json()["contents"]] == [row["id"]]


def test_nothing_tells_where_a_confidential_place_is(client):
    directory()
    area = Area.objects.create(name="Geheimgebied", key="geheimgebied")
    near = Neighbourhood.objects.create(name="Geheimwijk", area=area)
    page = public_place("huis", is_confidential=True)
    # Even where something went past the model.
    WarmtebronPage.objects.filter(pk=page.pk).update(
        address="Geheimstraat 1", postcode="3011 ZZ", latitude="51.98765", longitude="4.45678",
        area=area, neighbourhood=near, how_to_find="Geheime deur", town="Geheimdorp",
    )  # fmt: skip
    private = PrivateAddress(place=page)
    private.set_address("Geheimlaan 2")
    private.save()
    for address in FILES:
        text = client.get(address).content.decode().lower()
        assert page.title.lower() in text
        assert not [told for told in ("geheim", "3011", "98765", "45678") if told in text]
    assert features(client)[0]["geometry"] is None
    assert "service_at_locations" not in client.get(HSDS).json()["contents"][0]


def test_the_points_are_geojson(client):
    public_place("een", latitude="51.92000", longitude="4.48000")
    public_place("geen", title="Zonder punt")
    collection = json.loads(client.get(GEOJSON).content)
    Draft202012Validator(FEATURES).validate(collection)
    points = [one["geometry"] and one["geometry"]["coordinates"] for one in features(client)]
    assert points == [[4.48, 51.92], None]
    assert client.get(GEOJSON)["Content-Type"] == "application/geo+json"


def test_the_table_is_what_its_dictionary_says_and_harmless_in_a_spreadsheet(client):
    public_place(title="=HYPERLINK(1)", phone="+31 6 00 00 00 01", latitude="51.92000",
                 longitude="4.48000")  # fmt: skip
    response = client.get(CSV)
    (row,) = rows(client)
    assert list(row) == [column.name for column in PLACE_COLUMNS]
    assert (row["name"], row["phone"]) == ("'=HYPERLINK(1)", "'+31 6 00 00 00 01")
    assert (row["latitude"], row["is_example"]) == ("51.92", "true")
    assert 'rel="license"' in response["Link"]
    named = {file.url_name for dataset in datasets() for file in dataset.files}
    assert {"places_csv", "places_geojson", "places_hsds"} <= named
    assert client.get("/data/").content.decode().count("how_to_find") == 1


@pytest.mark.parametrize("address", FILES)
def test_a_hundred_places_cost_no_more_queries_than_one(
    client, address, django_assert_max_num_queries
):
    public_place()
    client.get(address)
    with django_assert_max_num_queries(12) as few:
        client.get(address)
    for number in range(3):
        public_place(f"tafel-{number}", latitude="51.92000", longitude="4.48000")
    with django_assert_max_num_queries(len(few)):
        client.get(address)
