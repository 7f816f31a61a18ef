"""The blocks that only the home page has."""

import pytest

from django.utils import translation

from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Locale, Site

from core.tests.blocks import factories
from core.tests.blocks.drawing import Outline
from home.blocks import HomeStreamBlock
from projects.models import ProgrammeLine

pytestmark = pytest.mark.django_db


def drawn(*entries):
    block = HomeStreamBlock()
    return block.render(block.to_python(list(entries)))


def line(key, name, **fields):
    made = ProgrammeLine(
        key=key, name=name, locale=Locale.objects.get(language_code="nl"), summary="Kort.", **fields
    )
    made.save()
    return made


def route(title, **goal):
    return {"title": title, "text": "Tekst", "illustration": "hands", **goal}


def test_routes_without_a_goal_are_left_out():
    there = factories.page("Meedoen")
    gone = factories.page(live=False)
    html = drawn(
        {
            "type": "routes",
            "value": {"items": [route("Doe mee", page=there.pk), route("Weg", page=gone.pk)]},
        }
    )
    assert there.url in html
    assert "Weg" not in html


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        (route("Doe mee", url="https://x.example/"), set()),
        (route("Doe mee"), {"page"}),
        (route("Lees meer", url="https://x.example/"), {"title"}),
        (route("Doe mee", url="javascript:x()"), {"url"}),
    ],
)
def test_a_route_has_one_goal_and_says_what_it_is(fields, wrong):
    block = HomeStreamBlock().child_blocks["routes"].child_blocks["items"].child_block
    try:
        block.clean(block.normalize({"page": None, "url": "", **fields}))
        found = set()
    except StructBlockValidationError as error:
        found = set(error.block_errors)
    assert found == wrong


def test_programme_lines_come_from_the_records_in_the_readers_language(
    django_assert_num_queries,
):
    page = factories.page("Over deze lijn")
    line("warme-stad", "Warme stad", page_id=page.pk)
    line("passend-werk", "Passend werk")
    line("jij-doet-ertoe", "Verborgen", live=False)
    block = {"type": "programme_lines", "value": {"title": "Lijnen"}}
    Site.get_site_root_paths()
    with translation.override("nl"), django_assert_num_queries(1):
        html = drawn(block)
    assert "line--warme-stad" in html
    assert f'href="{page.url}"' in html
    assert "Passend werk" in html
    assert "Verborgen" not in html


@pytest.mark.parametrize("number", [2, 6])
def test_facts_cost_one_query(number, django_assert_num_queries):
    facts = [factories.fact().pk for _number in range(number)]
    with django_assert_num_queries(1):
        html = drawn({"type": "facts", "value": {"facts": facts}})
    assert len(Outline(html).all("figure")) == number


def test_facts_that_are_gone_are_left_out():
    there, hidden = factories.fact(), factories.fact(live=False)
    html = drawn({"type": "facts", "value": {"facts": [there.pk, hidden.pk, 999_999]}})
    assert there.statement in html
    assert hidden.statement not in html
    assert drawn({"type": "facts", "value": {"facts": [hidden.pk]}}) == ""
