"""The records answer the domain's questions, each with one query."""

import datetime as dt

import pytest

from projects.models import Fact, Organisation, Person, PersonRole, ProgrammeLine
from projects.tests.factories import (
    in_language,
    make_fact,
    make_line,
    make_organisation,
    make_person,
)

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 6, 15)
BEFORE = DAY - dt.timedelta(days=1)
AFTER = DAY + dt.timedelta(days=1)


def languages_of(records):
    return [record.locale.language_code for record in records]


def test_a_translation_is_preferred_to_the_original():
    in_language(make_fact(), "ar", statement="بالعربية")
    assert [fact.statement for fact in Fact.objects.for_language("ar")] == ["بالعربية"]


def test_without_a_translation_readers_get_english_and_then_the_original():
    translated = make_fact()
    in_language(translated, "en")
    make_fact()
    assert sorted(languages_of(Fact.objects.for_language("tr"))) == ["en", "nl"]


def test_readers_of_eenvoudig_nederlands_get_dutch_rather_than_english():
    in_language(make_fact(), "en")
    assert languages_of(Fact.objects.for_language("nl-simple")) == ["nl"]


def test_a_record_without_an_original_still_shows_in_its_own_languages():
    make_fact(locale_id=in_language(make_fact(), "en").locale_id)
    assert len(Fact.objects.for_language("ar")) == 2


def test_a_draft_translation_hides_neither_itself_nor_the_original():
    in_language(make_fact(), "ar", live=False)
    assert languages_of(Fact.objects.for_language("ar")) == ["nl"]


def test_a_draft_original_is_not_shown():
    make_fact(live=False)
    assert not Fact.objects.for_language("nl").exists()
    assert not Fact.objects.live().exists()


@pytest.mark.parametrize("number", [3, 30])
def test_choosing_languages_costs_one_query_for_any_number(number, django_assert_num_queries):
    for index in range(number):
        fact = make_fact()
        if index % 2:
            in_language(fact, "en")
    with django_assert_num_queries(1):
        assert len(languages_of(Fact.objects.for_language("en"))) == number


def test_further_conditions_can_follow_the_choice_of_language():
    make_fact(topic="debt")
    make_fact(topic="work")
    assert Fact.objects.for_language("en").filter(topic="debt").count() == 1


def test_lines_come_in_the_editors_order():
    for order, key in enumerate(["passend-werk", "warme-stad", "uit-de-schulden"]):
        make_line(key, order=9 - order)
    keys = [line.key for line in ProgrammeLine.objects.for_language("nl")]
    assert keys == ["uit-de-schulden", "warme-stad", "passend-werk"]


@pytest.mark.parametrize(("review_by", "due"), [(BEFORE, True), (DAY, False), (AFTER, False)])
def test_a_fact_is_due_for_review_from_the_day_after(review_by, due):
    make_fact(review_by=review_by)
    assert Fact.objects.due_for_review(DAY).exists() is due


def test_partners_employers_and_agreements_are_told_apart():
    signed = make_organisation(is_partner=True, agreement_signed_on=DAY)
    partner = make_organisation(is_partner=True)
    employer = make_organisation(is_employer=True)
    assert set(Organisation.objects.partners()) == {signed, partner}
    assert set(Organisation.objects.employers()) == {employer}
    assert set(Organisation.objects.with_agreement(DAY)) == {signed}
    assert not Organisation.objects.with_agreement(BEFORE).exists()


def test_contributions_are_named():
    organisation = make_organisation(gives_budget=True, gives_network=True)
    assert len(organisation.contributions) == 2


@pytest.mark.parametrize(
    ("since", "until", "is_current"),
    [
        (None, None, True),
        (DAY, None, True),
        (None, DAY, True),
        (AFTER, None, False),
        (None, BEFORE, False),
        (BEFORE, AFTER, True),
    ],
)
def test_a_role_holds_from_its_first_to_its_last_day(since, until, is_current):
    make_person({"role": "chair", "since": since, "until": until})
    assert PersonRole.objects.current(DAY).exists() is is_current
    assert Person.objects.current(DAY).exists() is is_current
    assert Person.objects.with_role("chair", DAY).exists() is is_current


def test_an_old_role_does_not_lend_its_period_to_another():
    make_person(
        {"role": "chair", "until": BEFORE},
        {"role": "ambassador", "since": BEFORE},
    )
    assert not Person.objects.with_role("chair", DAY).exists()
    assert Person.objects.with_role("ambassador", DAY).count() == 1


def test_a_person_with_two_roles_is_one_person(django_assert_num_queries):
    make_person({"role": "author"}, {"role": "photographer"})
    with django_assert_num_queries(1):
        assert len(Person.objects.current(DAY)) == 1
