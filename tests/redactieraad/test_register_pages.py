"""The public register: as pages, as a file, and as the command that checks it."""

from __future__ import annotations

import csv
import io

import pytest
from bs4 import BeautifulSoup

from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from wagtail.models import PageViewRestriction

from core.opendata import datasets
from magazine.models import StoryPage
from magazine.tests import factories as magazine
from redactieraad.models import Entry, Member
from redactieraad.register.verifying import faults
from redactieraad.register.views import PER_PAGE
from redactieraad.tests.factories import council, publish

pytestmark = pytest.mark.django_db

ADDRESS = "/nl/register/"


def published(number=1, **fields):
    members = [one.user for one in Member.objects.order_by("pk")] or council()
    made = StoryPage.objects.count()
    return [
        publish(magazine.story(f"verhaal-{made + count}", **fields), members[:3])
        for count in range(number)
    ]


def add_entries(numbers, **fields):
    """Add entries like the last one, past our own code."""
    last = Entry.objects.first()
    said = {field.name: getattr(last, field.name) for field in Entry._meta.fields} | fields
    Entry.objects.bulk_create(
        Entry(**(said | {"id": None, "number": number, "entry_hash": str(number)}))
        for number in numbers
    )


def lines(client, address=ADDRESS):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return page.select(".register__entry")


def test_each_entry_says_what_when_by_how_many_and_which_text(client):
    [story] = published()
    entry = Entry.objects.get()
    [line] = lines(client)
    assert line.select_one(".register__what a")["href"].endswith("/magazine/verhaal-0/")
    assert line.select_one("time")["datetime"].startswith(f"{entry.happened_at:%Y-%m-%d}")
    words = line.get_text()
    assert "3" in words
    assert "2" in words
    assert entry.fingerprint[:8] in words
    assert story.title in words


def test_no_member_is_named(client):
    published()
    for address in (ADDRESS, f"{ADDRESS}1/", "/data/register.csv"):
        shown = client.get(address).content.decode()
        assert not [user for user in Member.objects.all() if user.user.first_name in shown]


@pytest.mark.parametrize("way", ["unpublish", "delete", "restrict"])
def test_what_readers_may_not_see_is_never_titled(client, way):
    [story] = published(title="Het verhaal van Fatima")
    assert "Fatima" in client.get(ADDRESS).content.decode()
    if way == "restrict":
        PageViewRestriction.objects.create(page=story, restriction_type="login")
    elif way == "unpublish":
        story.unpublish()
    else:
        story.delete()
    for address in (ADDRESS, f"{ADDRESS}1/", "/data/register.csv"):
        assert "Fatima" not in client.get(address).content.decode()
    [*_newer, line] = lines(client)
    assert str(Entry.objects.get(number=1).object_id) in line.get_text()


def test_taking_offline_is_told_with_its_reason(client):
    [story] = published()
    story.unpublish()
    newest, _oldest = lines(client)
    assert "register__entry--offline" in newest["class"]
    assert str(Entry.Reason.EDITORS.label) in newest.get_text()


def test_the_newest_comes_first_and_links_lead_through_the_rest(client):
    published()
    add_entries(range(2, PER_PAGE + 3))
    first = lines(client)
    assert len(first) == PER_PAGE
    assert f"{ADDRESS}{PER_PAGE + 2}/" in str(first[0])
    assert len(lines(client, f"{ADDRESS}?pagina=2")) == 2
    assert len(lines(client, f"{ADDRESS}?pagina=onzin")) == PER_PAGE
    assert len(lines(client, f"{ADDRESS}?pagina=99999999999999999999")) == 2


def test_the_register_costs_the_same_however_long_it_is(client, settings):
    published(1)

    def queries(address):
        client.get("/nl/")
        with CaptureQueriesContext(connection) as few:
            assert client.get(address).status_code == 200
        return len(few)

    few, few_of_one = queries(ADDRESS), queries(f"{ADDRESS}1/")
    published(5)
    many, many_of_one = queries(ADDRESS), queries(f"{ADDRESS}1/")
    assert few == many <= 12
    assert few_of_one == many_of_one <= 12


def test_an_entry_of_a_translation_names_what_it_follows(client):
    published()
    add_entries([2], follows=1, language="tr", object_id="77")
    page = BeautifulSoup(client.get(f"{ADDRESS}2/").content, "html.parser")
    assert [link["href"] for link in page.select(".register-facts a")] == [f"{ADDRESS}1/"]
    # It is among the others of the same family.
    assert [f"{ADDRESS}1/" in str(line) for line in page.select(".register__entry")] == [True]


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999"])
def test_an_entry_that_is_not_there_is_not_found(client, number):
    published()
    assert client.get(f"{ADDRESS}{number}/").status_code == 404


def test_a_model_and_a_language_that_the_site_left_keep_their_entries(client):
    published()
    add_entries([2], model="oud.verhaal", language="xx")
    assert client.get(ADDRESS).status_code == 200
    assert client.get(f"{ADDRESS}2/").status_code == 200


def test_the_file_holds_every_entry_and_the_dictionary_every_column(client):
    [story] = published()
    story.unpublish()
    response = client.get(reverse("redactieraad_register_csv"))
    rows = list(csv.DictReader(io.StringIO(response.content.decode())))
    assert [(row["number"], row["kind"]) for row in rows] == [("1", "published"), ("2", "offline")]
    assert rows[1]["previous_hash"] == rows[0]["entry_hash"]
    dataset = next(one for one in datasets() if one.key == "register")
    assert [column.name for column in dataset.columns] == list(rows[0])
    reasons = str(next(one for one in dataset.columns if one.name == "reason").description)
    assert all(reason in reasons for reason in Entry.Reason.values)
    assert client.get("/data/").status_code == 200


def verify():
    out = io.StringIO()
    try:
        call_command("register_verify", stdout=out, stderr=io.StringIO())
    except CommandError:
        return 1, out.getvalue()
    return 0, out.getvalue()


def test_verifying_says_in_one_line_that_all_is_well():
    published(2)
    code, said = verify()
    assert code == 0
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE magazine_storypage SET intro = 'Verzonnen'",
        "UPDATE wagtailcore_page SET title = 'Anders' WHERE slug = 'verhaal-0'",
        "DELETE FROM redactieraad_entry WHERE number = 1",
        "UPDATE redactieraad_entry SET approvals = 9 WHERE number = 2",
        "UPDATE redactieraad_entry SET happened_at = '2001-01-01 00:00:00' WHERE number = 2",
        "UPDATE wagtailcore_page SET live = true WHERE slug = 'concept'",
        "UPDATE wagtailcore_page SET live = false WHERE slug = 'verhaal-1'",
    ],
)
def test_verifying_finds_what_was_changed_behind_our_back(tamper):
    published(3)
    magazine.story("concept")
    assert list(faults()) == []
    with connection.cursor() as cursor:
        cursor.execute(tamper)
    code, said = verify()
    assert code == 1
    assert said.strip()
