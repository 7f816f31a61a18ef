"""The figures can be taken along as a file that programs and spreadsheets can trust."""

import csv
import io
from decimal import Decimal

import pytest

from projects.datasets import FACT_COLUMNS
from projects.tests.factories import in_language, make_fact

pytestmark = pytest.mark.django_db

ADDRESS = "/data/facts.csv"


def rows(client):
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8"))))


def test_every_live_fact_is_a_row_in_every_language_that_it_has(client):
    fact = make_fact(key="poverty-rate", statement="Armoede.")
    in_language(fact, "ar", statement="الفقر")
    make_fact(key="draft", live=False)
    found = [(row["key"], row["language"], row["statement"]) for row in rows(client)]
    assert found == [("poverty-rate", "ar", "الفقر"), ("poverty-rate", "nl", "Armoede.")]


def test_numbers_and_dates_are_for_machines_whatever_the_reader_speaks(client):
    make_fact(value=Decimal("45000.50"), unit="euro", year=None, topic="debt")
    response = client.get(ADDRESS, headers={"accept-language": "nl"})
    (row,) = csv.DictReader(io.StringIO(response.content.decode()))
    assert (row["value"], row["unit"], row["year"]) == ("45000.5", "euro", "")
    assert row["comparison_value"] == ""
    assert len(row["review_by"]) == len("2026-11-22")


def test_the_heading_is_the_data_dictionary(client):
    heading = client.get(ADDRESS).content.decode().splitlines()[0]
    assert heading == ",".join(column.name for column in FACT_COLUMNS)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(client, start):
    make_fact(statement=f"{start}1+1")
    assert rows(client)[0]["statement"] == f"'{start}1+1"


def test_a_negative_number_stays_a_number(client):
    make_fact(value=-5, unit="euro")
    assert rows(client)[0]["value"] == "-5"


def test_the_file_names_its_licence_and_itself(client):
    response = client.get(ADDRESS)
    assert response.headers["Content-Type"].startswith("text/csv; charset=utf-8")
    assert "creativecommons.org/licenses/by/4.0/" in response.headers["Link"]
    assert "facts.csv" in response.headers["Content-Disposition"]
    assert client.post(ADDRESS).status_code == 405


@pytest.mark.parametrize("number", [1, 20])
def test_the_file_costs_one_query(client, number, django_assert_num_queries):
    for _index in range(number):
        make_fact()
    with django_assert_num_queries(1):
        rows(client)


def test_the_page_of_open_data_describes_every_column_and_links_the_file(client):
    html = client.get("/data/").content.decode()
    assert f'href="{ADDRESS}"' in html
    assert "CC BY 4.0" in html
    for column in FACT_COLUMNS:
        assert f">{column.name}<" in html
        assert str(column.description) in html


@pytest.mark.parametrize("language", ["nl", "ar", "pap"])
def test_the_page_of_open_data_answers_in_every_language(client, language):
    response = client.get("/data/", headers={"accept-language": language})
    assert response.status_code == 200
    assert f'lang="{language}"' in response.content.decode()
