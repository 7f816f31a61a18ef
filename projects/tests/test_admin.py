"""Editors find, narrow down, change, publish and export the records in the admin."""

import csv
import datetime as dt
import io

import pytest

from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from projects.models import Area, Fact, Neighbourhood, Organisation, Person, ProgrammeLine
from projects.tests.factories import (
    in_language,
    make_area,
    make_fact,
    make_line,
    make_organisation,
    make_person,
)

pytestmark = pytest.mark.django_db


def make_neighbourhood(**fields):
    return Neighbourhood.objects.create(**{"name": "Wijk", "area": make_area()} | fields)


MAKERS = {
    ProgrammeLine: make_line,
    Fact: make_fact,
    Organisation: make_organisation,
    Person: lambda: make_person({"role": "author"}),
    Area: make_area,
    Neighbourhood: make_neighbourhood,
}


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("beheer@voorbeeld.example", "warm-demo")
    client.force_login(user)
    return client


def address(model, view, *args):
    return reverse(f"wagtailsnippets_projects_{model._meta.model_name}:{view}", args=args)


def listed(editor, model, **query):
    response = editor.get(address(model, "list"), query)
    assert response.status_code == 200
    return set(response.context["object_list"])


@pytest.mark.parametrize("model", MAKERS)
def test_every_view_of_every_record_answers(editor, model):
    record = MAKERS[model]()
    assert editor.get(address(model, "list")).status_code == 200
    assert editor.get(address(model, "add")).status_code == 200
    for view in ("edit", "history", "usage", "delete", "inspect"):
        assert editor.get(address(model, view, record.pk)).status_code == 200


def test_the_menu_gathers_all_records_under_one_name(editor):
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    for model in MAKERS:
        assert address(model, "list") in page


@pytest.mark.parametrize("model", [Fact, Organisation, Person, Neighbourhood])
def test_a_list_reads_the_records_at_once_however_many_there_are(editor, model):
    """Wagtail and wagtail-localize ask about each row's schedule and translations; we ask nothing.

    They stay within one page of the list: fifty rows.
    """

    def reads_of_records():
        with CaptureQueriesContext(connection) as captured:
            editor.get(address(model, "list"))
        return [query for query in captured if query["sql"].startswith('SELECT "projects_')]

    def make(number):
        for index in range(number):
            name = {"name": f"Wijk {Neighbourhood.objects.count()}-{index}"}
            MAKERS[model](**name if model is Neighbourhood else {})

    make(3)
    few = len(reads_of_records())
    make(27)
    assert len(reads_of_records()) == few


def test_facts_can_be_narrowed_down_to_those_to_look_at_again(editor):
    old = make_fact(review_by=timezone.localdate() - dt.timedelta(days=1))
    make_fact(review_by=timezone.localdate())
    assert listed(editor, Fact, review="due") == {old}


def test_facts_can_be_found_by_word_within_a_topic_and_a_review_date(editor):
    wanted = make_fact(
        statement="Schulden in Delfshaven.", topic="debt", review_by=dt.date(2020, 1, 1)
    )
    make_fact(statement="Werk in Delfshaven.", topic="work", review_by=dt.date(2020, 1, 1))
    assert listed(editor, Fact, q="Delfshaven", topic="debt", review="due") == {wanted}


def test_organisations_can_be_narrowed_down_by_what_they_bring(editor):
    area = make_area()
    giver = make_organisation(name="Fonds", gives_budget=True, is_partner=True, area=area)
    make_organisation(name="Fonds zonder geld", is_partner=True, area=area)
    query = {"contributes": "gives_budget", "is_partner": "true", "area": area.pk}
    assert listed(editor, Organisation, **query) == {giver}
    assert listed(editor, Organisation, q="Fonds", **query) == {giver}


def test_people_can_be_narrowed_down_by_the_role_they_have_today(editor):
    chair = make_person({"role": "chair"}, name="Voorbeeld Een")
    make_person({"role": "chair", "until": dt.date(2020, 1, 1)}, name="Voorbeeld Twee")
    assert listed(editor, Person, role="chair") == {chair}
    assert listed(editor, Person, role="chair", q="Voorbeeld") == {chair}


def test_a_list_can_be_narrowed_down_to_one_language(editor):
    translation = in_language(make_fact(), "ar")
    assert listed(editor, Fact, locale="ar") == {translation}


def fact_form(**fields):
    values = {
        "key": "poverty-rate",
        "topic": "poverty",
        "order": 10,
        "statement": "14,5% leeft in armoede.",
        "value": "14.5",
        "unit": "percent",
        "precision": "exact",
        "where": "Rotterdam",
        "year": 2018,
        "comparison_value": "",
        "comparison_where": "",
        "source_title": "Armoede",
        "source_publisher": "CBS",
        "source_url": "www.cbs.nl",
        "review_by": "2030-01-01",
    }
    return values | fields


def test_a_new_fact_is_a_draft_until_it_is_published(editor):
    editor.post(address(Fact, "add"), fact_form())
    fact = Fact.objects.get(key="poverty-rate")
    assert not fact.live
    editor.post(
        address(Fact, "edit", fact.pk), fact_form(value="15") | {"action-publish": "Publish"}
    )
    fact.refresh_from_db()
    assert fact.live
    assert fact.value == 15
    assert fact.source_url == "https://www.cbs.nl"
    assert fact.revisions.count() == 2


def test_an_error_stands_at_its_field_and_keeps_what_was_typed(editor):
    response = editor.post(
        address(Fact, "add"), fact_form(value="145", where="Delfshaven") | {"action-publish": "x"}
    )
    form = response.context["form"]
    assert set(form.errors) == {"value"}
    assert form["where"].value() == "Delfshaven"
    assert not Fact.objects.exists()


def test_a_person_is_saved_with_roles_in_the_same_language(editor):
    form = {
        "name": "Voorbeeld Persoon",
        "about": "",
        "photo": "",
        "roles-TOTAL_FORMS": 1,
        "roles-INITIAL_FORMS": 0,
        "roles-0-role": "ambassador",
        "roles-0-since": "2026-01-01",
        "roles-0-until": "",
        "roles-0-ORDER": 1,
        "action-publish": "Publish",
    }
    editor.post(f"{address(Person, 'add')}?locale=ar", form)
    person = Person.objects.get(name="Voorbeeld Persoon")
    assert person.live
    (role,) = person.roles.all()
    assert role.role == "ambassador"
    assert role.locale.language_code == person.locale.language_code == "ar"


def test_a_period_that_cannot_be_is_refused_at_its_field(editor):
    form = {
        "name": "Voorbeeld Persoon",
        "roles-TOTAL_FORMS": 1,
        "roles-INITIAL_FORMS": 0,
        "roles-0-role": "chair",
        "roles-0-since": "2026-01-01",
        "roles-0-until": "2025-01-01",
        "roles-0-ORDER": 1,
    }
    response = editor.post(address(Person, "add"), form)
    assert set(response.context["form"].formsets["roles"].errors[0]) == {"until"}
    assert not Person.objects.exists()


def test_a_published_fact_keeps_its_text_while_somebody_works_on_a_draft(editor):
    fact = make_fact(key="poverty-rate", statement="Oud.")
    editor.post(address(Fact, "edit", fact.pk), fact_form(statement="Nieuw."))
    assert Fact.objects.get(pk=fact.pk).statement == "Oud."
    assert fact.get_latest_revision_as_object().statement in {"Oud.", "Nieuw."}


@pytest.mark.parametrize("model", MAKERS)
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_every_list_can_be_exported(editor, model, file_format):
    MAKERS[model]()
    response = editor.get(address(model, "list"), {"export": file_format})
    assert response.status_code == 200
    assert b"".join(response.streaming_content if response.streaming else [response.content])


def test_an_export_holds_no_formula_that_a_spreadsheet_would_run(editor):
    make_organisation(name='=HYPERLINK("https://voorbeeld.example")')
    response = editor.get(address(Organisation, "list"), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert rows[1][0].startswith("'=")


@pytest.mark.parametrize("model", [Fact, ProgrammeLine])
def test_a_preview_shows_the_record_as_readers_see_it(editor, model):
    record = MAKERS[model]()
    record.save_revision()
    response = editor.get(
        address(model, "revisions_view", record.pk, record.latest_revision.pk),
    )
    assert response.status_code == 200
    words = record.statement if model is Fact else record.summary
    assert words in response.content.decode()


def test_an_area_with_neighbourhoods_is_not_deleted_by_accident(editor):
    neighbourhood = make_neighbourhood()
    editor.post(address(Area, "delete", neighbourhood.area.pk))
    assert Area.objects.filter(pk=neighbourhood.area.pk).exists()
