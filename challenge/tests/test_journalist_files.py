"""The files that the journalist takes along: they open again, and nothing in them runs."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from challenge import models
from challenge.journalist.files import as_csv, as_xlsx, file_name, note
from challenge.journalist.forms.filters import Asked
from challenge.journalist.tables import BY_SLUG, TABLES
from challenge.tests import factories
from challenge.tests.desk import account, addresses, told
from challenge.vocabulary import Choice, Stage
from core.opendata.tables import FORMULA_STARTS

pytestmark = pytest.mark.django_db


@pytest.fixture
def found():
    return told()


def rows_of_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def rows_of_xlsx(content):
    book = load_workbook(io.BytesIO(content))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.slug)
def test_both_formats_open_again_with_the_same_rows(found, table):
    everything = Asked()
    from_csv = rows_of_csv(as_csv(table, found.campaign, everything))
    from_xlsx = rows_of_xlsx(as_xlsx(table, found.campaign, everything))
    expected = list(table.rows(found.campaign, everything))
    assert len(expected) > 1
    assert len(from_csv) == len(from_xlsx) == len(expected) + 1
    assert from_csv[0] == from_xlsx[0]
    for row in from_csv:
        assert len(row) == len(table.columns) + 1
    assert [row[0] for row in from_csv] == [row[0] for row in from_xlsx]


def test_amounts_and_moments_are_numbers_and_moments_in_a_workbook(found):
    _heading, first, *_more = rows_of_xlsx(as_xlsx(BY_SLUG["logboeken"], found.campaign, Asked()))
    assert 12.34 in first
    assert any(isinstance(value, dt.datetime) for value in first)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(start=st.sampled_from(("", *FORMULA_STARTS)), rest=st.text(max_size=80))
def test_no_words_become_a_formula_or_break_a_file(start, rest):
    campaign = factories.CampaignFactory()
    who = factories.InviteeFactory(campaign=campaign)
    models.Answer.objects.create(
        invitee=who, number=1, choice=Choice.NO, words=f"{start}{rest}".replace("\x00", "")
    )
    models.Statement.objects.create(invitee=who, words=f"{start}{rest}".replace("\x00", ""))
    book = load_workbook(io.BytesIO(as_xlsx(BY_SLUG["antwoorden"], campaign, Asked())))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert not [cell for cell in row if cell.data_type == "f"]
            texts = [cell.value for cell in row if isinstance(cell.value, str)]
            assert not [text for text in texts if text.startswith(FORMULA_STARTS)]
    for row in rows_of_csv(as_csv(BY_SLUG["antwoorden"], campaign, Asked())):
        assert not [text for text in row if text.startswith(FORMULA_STARTS)]


def test_a_file_holds_no_mail_address_that_somebody_typed(found):
    typed = "Mail me: Anna.de-Vries+raad@mail.voorbeeld.example, of anna (at) voorbeeld.example!"
    models.Answer.objects.create(invitee=found.silent, number=1, choice=Choice.NO, words=typed)
    for written in (as_csv, as_xlsx):
        content = written(BY_SLUG["antwoorden"], found.campaign, Asked())
        rows = rows_of_csv(content) if written is as_csv else rows_of_xlsx(content)
        said = " ".join(str(value) for row in rows for value in row)
        assert "Mail me" in said
        assert "voorbeeld.example" not in said
        assert "Anna" not in said


def test_files_are_narrowed_down_as_the_list_is(client, found):
    client.force_login(account("Journalist"))
    response = client.get(addresses(found)["antwoorden.csv"], {"uitkomst": "none"})
    rows = rows_of_csv(response.content)
    assert [row[0] for row in rows[1:]] == [found.silent.member.name]
    assert "attachment" in response.headers["Content-Disposition"]


def test_each_row_says_until_when_nothing_may_be_published(found):
    campaign = found.campaign
    name = file_name(BY_SLUG["antwoorden"], campaign, "csv")
    assert "embargo-20251016-2000" in name
    for row in rows_of_csv(as_csv(BY_SLUG["antwoorden"], campaign, Asked()))[1:]:
        assert row[-1] == "2025-10-16T20:00:00+02:00"
    book = load_workbook(io.BytesIO(as_xlsx(BY_SLUG["contacten"], campaign, Asked())))
    assert book.worksheets[1]["A1"].value == note(campaign)
    before = note(campaign)
    campaign.stage = Stage.LAUNCHED
    assert "embargo" not in file_name(BY_SLUG["antwoorden"], campaign, "csv")
    assert note(campaign) != before
