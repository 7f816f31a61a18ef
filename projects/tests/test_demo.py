"""The demo's records load once, keep what editors change, and say where each figure is from."""

import datetime as dt

import pytest

import accounts.demo
import redactieraad.demo
from projects import demo, demo_quotes
from projects.models import (
    Area,
    Fact,
    Neighbourhood,
    Organisation,
    Person,
    PersonRole,
    ProgrammeLine,
    Quote,
)
from projects.selectors import facts_by_topic, programme_lines
from redactieraad.models import Entry
from redactieraad.register.verifying import faults

pytestmark = pytest.mark.django_db

MODELS = (ProgrammeLine, Area, Neighbourhood, Fact, Organisation, Person, PersonRole)
COMPLETE = ("nl", "nl-simple", "en", "ar")
TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def _made(made_once):
    with made_once():
        demo.load()
        yield


@pytest.fixture
def loaded(_made, db):
    """Let a test change the records that were loaded."""


def counts():
    return [model.objects.count() for model in MODELS]


def test_loading_twice_changes_nothing_and_keeps_what_an_editor_changed(loaded):
    before = counts()
    fact = Fact.objects.get(key="poverty-rate", locale__language_code="nl")
    fact.value = 12
    fact.save()
    demo.load()
    assert counts() == before
    fact.refresh_from_db()
    assert fact.value == 12


def test_what_was_removed_comes_back(loaded):
    before = counts()
    Neighbourhood.objects.get(name="Pendrecht").delete()
    Fact.objects.get(key="poverty-rate", locale__language_code="ar").delete()
    demo.load()
    assert counts() == before
    (key,) = set(Fact.objects.filter(key="poverty-rate").values_list("translation_key", flat=True))
    assert key == demo.translation_key(Fact, "poverty-rate")


def test_emptying_takes_away_what_loading_made(loaded):
    demo.empty()
    assert counts() == [0] * len(MODELS)


@pytest.mark.parametrize("language", COMPLETE)
def test_lines_and_facts_are_complete_in_four_languages(loaded, language):
    lines = [card.line for card in programme_lines(language)]
    assert [line.key for line in lines] == ProgrammeLine.Key.values
    facts = [fact for group in facts_by_topic(language) for fact in group.facts]
    assert len(facts) == Fact.objects.values("key").distinct().count()
    assert {record.locale.language_code for record in (*lines, *facts)} == {language}


def test_rotterdam_has_fourteen_areas_each_with_neighbourhoods(loaded):
    assert Area.objects.count() == 14
    assert not Area.objects.filter(neighbourhoods=None).exists()
    assert Neighbourhood.objects.get(name="Pendrecht").area.name == "Charlois"


def test_the_same_fact_has_the_same_figure_in_every_language(loaded):
    for field in ("value", "unit", "precision", "comparison_value", "year", "review_by", "topic"):
        figures = Fact.objects.order_by().values_list("key", field).distinct()
        assert len(figures) == Fact.objects.order_by().values("key").distinct().count(), field


def test_some_figures_are_due_for_review_and_some_are_not(loaded):
    due = Fact.objects.due_for_review(TODAY).count()
    assert 0 < due < Fact.objects.count()


def test_the_board_and_team_are_those_of_the_programme_plan(loaded):
    people = Person.objects.for_language("nl")
    assert [str(person) for person in people.with_role("chair", TODAY)] == ["D. Couvee"]
    assert people.with_role("team", TODAY).count() == 4
    assert not PersonRole.objects.exclude(since=None, until=None).exists()


def test_organisations_carry_nothing_that_the_papers_do_not_say(loaded):
    with_address = Organisation.objects.exclude(address="").values_list("name", flat=True)
    assert set(with_address) == {"PBR"}
    assert not Organisation.objects.exclude(agreement_signed_on=None).exists()
    assert not Organisation.objects.exclude(phone="", email="").exists()


def test_quotes_appear_by_the_council_alone_and_one_waits_for_it(loaded):
    accounts.demo.load()
    redactieraad.demo.load()
    demo_quotes.load()
    demo_quotes.load()
    dutch = Quote.objects.filter(locale__language_code="nl")
    assert [quote.workflow_in_progress for quote in dutch.filter(live=False)] == [True]
    assert dutch.filter(live=True).count() == 4
    assert Quote.objects.filter(live=True, locale__language_code__in=["en", "tr", "ar"]).exists()
    assert Entry.objects.filter(model="projects.quote").count() == Quote.objects.live().count()
    assert list(faults()) == []
    for quote in Quote.objects.exclude(locale__language_code="ar"):
        assert any(word in quote.named_as for word in ("(voorbeeld)", "(example)", "(örnek)"))
    demo_quotes.empty()
    assert not Quote.objects.exists()
    assert list(faults()) == []
