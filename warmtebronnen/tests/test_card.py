"""An area's places on paper, in every script of the site, and never a secret address."""

from __future__ import annotations

import pytest

from django.apps import apps
from django.core.cache import cache
from django.test import Client

from warmtebronnen.card import keeping
from warmtebronnen.tests.factories import public_place

pytestmark = pytest.mark.django_db
WHERE = {"address": "Voorbeeldstraat 1", "postcode": "3011 AB"}


@pytest.fixture(autouse=True)
def _area():
    area = apps.get_model("projects.Area").objects.create(
        name="Proefgebied", key="proefgebied", live=True
    )
    public_place("eten", area=area, hours="Mo-Fr 09:00-17:00", phone="010 123 45 67", **WHERE)
    public_place("geheim", area=area, is_confidential=True)


def test_the_list_of_an_area_leads_to_its_cards_in_both_sizes():
    html = Client().get("/nl/warmtebronnen/?gebied=proefgebied").content.decode()
    for address in ("a4", "zak"):
        assert f"/nl/warmtebronnen/kaart/gebied/proefgebied/{address}.pdf" in html
    assert ".pdf" not in Client().get("/nl/warmtebronnen/?gebied=nergens").content.decode()


@pytest.mark.parametrize("address", ["ar/warmtebronnen/kaart/gebied/proefgebied/a4.pdf"])
def test_a_card_is_a_pdf_that_is_made_once(address, monkeypatch):
    made = []
    monkeypatch.setattr(
        keeping, "typeset", lambda *args: made.append(args) or b"%PDF-1.7 of this card"
    )
    first, second = (Client().get(f"/{address}") for _time in range(2))
    assert first.content == second.content
    assert first["Content-Type"] == "application/pdf"
    ((_template, data, files, _seconds),) = made
    assert [place["is_secret"] for place in data["places"]] == [False, True]
    assert data["places"][1]["where"] == "Proefgebied"
    assert set(files) == {"all.svg", "eten.svg", "geheim.svg"}


def test_typst_sets_a_card_of_each_size_and_script(monkeypatch):
    said = []
    monkeypatch.setattr("core.typesetting.logger.warning", lambda *args: said.append(args))
    for address in (
        "nl/warmtebronnen/kaart/gebied/proefgebied/zak.pdf",
        "ar/warmtebronnen/kaart/gebied/proefgebied/a4.pdf",
    ):
        assert Client().get(f"/{address}").content.startswith(b"%PDF")
    assert said == []


@pytest.mark.parametrize("path", ["gebied/nergens/a4", "wat/meal/a4", "gebied/proefgebied/a3"])
def test_there_is_no_card_of_nothing(path):
    assert Client().get(f"/nl/warmtebronnen/kaart/{path}.pdf").status_code == 404


def test_while_one_is_made_others_are_asked_to_try_again():
    cache.set("card-is-made", 1, 60)
    response = Client().get("/nl/warmtebronnen/kaart/gebied/proefgebied/a4.pdf")
    assert (response.status_code, response["Retry-After"]) == (503, "10")
