"""A broken block costs that block and a line in the log, never the page."""

import logging

import pytest

from core.blocks import ContentStreamBlock
from core.tests.blocks import factories
from core.tests.blocks.drawing import drawn, stored

pytestmark = pytest.mark.django_db

GOOD = {"type": "text", "value": "<p>Dit blijft staan.</p>", "id": "good"}

BROKEN = [
    {"type": "carousel", "value": {}},
    {"type": "carousel", "value": "<p>text</p>"},
    {"value": "<p>no type</p>"},
    {"type": None, "value": ""},
    {"type": ["text"], "value": ""},
    {"type": "text"},
    {"type": "text", "value": None},
    {"type": "text", "value": 5},
    {"type": "text", "value": {"html": "<p>"}},
    {"type": "heading", "value": "not a struct"},
    {"type": "heading", "value": {"text": ["a", "list"]}},
    {"type": "figure", "value": {"image": "no number"}},
    {"type": "figure", "value": {"image": {"id": 1}}},
    {"type": "gallery", "value": {"figures": "many"}},
    {"type": "steps", "value": {"items": {"title": "one"}}},
    {"type": "plot", "value": {"title": "t", "series": [{"points": "up"}]}},
    {"type": "fact", "value": {"fact": "poverty"}},
    {"type": "related_pages", "value": {"pages": 7}},
    {"type": "table", "value": {"columns": 3}},
    {"type": "table", "value": {"columns": [{"type": "colour"}], "rows": []}},
    {
        "type": "table",
        "value": {
            "columns": [{"type": "text", "heading": "h"}],
            "rows": [{"values": ["a", "b"]}],
        },
    },
    "a string",
    7,
    None,
    ["text", "<p>"],
]

EMPTY = [
    {"type": "heading", "value": {}},
    {"type": "heading", "value": {"text": None, "level": None}},
    {"type": "text", "value": ""},
    {"type": "figure", "value": {}},
    {"type": "figure", "value": {"image": 999_999, "alt_text": None}},
    {"type": "gallery", "value": {"figures": [{"image": 999_999}, None, 3, {"image": "x"}]}},
    {"type": "quote", "value": {"text": None}},
    {"type": "fact", "value": {"fact": 999_999}},
    {"type": "call_to_action", "value": {"title": "t", "label": "l", "page": 999_999}},
    {"type": "call_to_action", "value": {"title": "t", "label": "l", "url": "javascript:x()"}},
    {"type": "steps", "value": {"title": None, "items": None}},
    {"type": "plot", "value": {"title": "t", "series": [{"points": [{"label": "a"}]}]}},
    {"type": "video", "value": {"file": 999_999, "captions": [None]}},
    {"type": "related_pages", "value": {"pages": [999_999, None]}},
    {"type": "contact", "value": {"name": None}},
    {"type": "notice", "value": {"tone": "shouting"}},
    {"type": "accordion", "value": {"items": []}},
]


@pytest.mark.parametrize("broken", BROKEN, ids=repr)
def test_a_broken_block_is_left_out_and_logged(broken, caplog):
    with caplog.at_level(logging.WARNING, logger="core.blocks"):
        html = drawn(GOOD, broken, {**GOOD, "id": "after"})
    assert html.count("Dit blijft staan.") == 2
    assert html.count("<div class=") == 4  # two texts, each in its block
    assert caplog.records


@pytest.mark.parametrize("empty", EMPTY, ids=repr)
def test_a_block_with_nothing_to_show_is_left_out(empty):
    html = drawn(GOOD, empty)
    assert html == drawn(GOOD)
    assert "None" not in html


@pytest.mark.parametrize("value", ['{"type": "text"}', "7", '"text"', "not json", "null", ""])
def test_a_stored_text_that_is_no_list_is_shown_empty(value):
    block = ContentStreamBlock()
    assert block.render(block.to_python(value)) == ""


def test_a_block_that_fails_while_it_is_drawn_is_left_out(monkeypatch, caplog):
    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr("core.blocks.plot.draw_bars", fail)
    points = [{"label": "a", "value": 1}, {"label": "b", "value": 2}]
    plot = {"type": "plot", "value": {"title": "t", "series": [{"points": points}]}}
    assert drawn(GOOD, plot) == drawn(GOOD)
    assert "plot" in caplog.text


def test_numbers_that_cannot_be_drawn_cost_the_plot_only():
    points = [{"label": "a", "value": "NaN"}, {"label": "b", "value": 2}]
    plot = {"type": "plot", "value": {"title": "t", "series": [{"points": points}]}}
    assert drawn(GOOD, plot) == drawn(GOOD)


def test_a_picture_whose_file_is_no_picture_costs_its_figure_only():
    image = factories.picture()
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(b"no picture at all")
    figure = {"type": "figure", "value": {"image": image.pk, "alt_text": "x"}}
    assert drawn(GOOD, figure) == drawn(GOOD)


def test_what_can_be_read_survives_beside_what_cannot():
    items = [{"title": "Eerst", "text": "<p>een</p>"}, {"title": 7}, {"title": "Dan"}]
    html = drawn({"type": "steps", "value": {"items": items}})
    assert "Eerst" in html
    assert "Dan" in html
    assert html.count("<li") == 2


def test_the_editor_and_the_search_index_survive_broken_values_too():
    block = ContentStreamBlock()
    value = block.to_python(stored(*(entry for entry in BROKEN if isinstance(entry, dict))))
    assert len(block.get_form_state(value)) == len(value)
    assert "up" not in block.get_searchable_content(value)
    assert list(block.extract_references(value)) == []
