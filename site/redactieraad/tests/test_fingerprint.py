"""Equal texts have equal fingerprints, whatever else differs; other texts have others."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.apps import apps
from django.contrib.contenttypes.models import ContentType

from wagtail.models import Revision

from redactieraad.fingerprint import NOT_TEXT, fingerprint_of_revision

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)


def mark(content, name="magazine.storypage"):
    """Return the fingerprint of a revision of this model with this content."""
    model = apps.get_model(name)
    kind = ContentType(app_label=model._meta.app_label, model=model._meta.model_name)
    return fingerprint_of_revision(Revision(content_type=kind, content=content))


def story(**fields):
    return {"pk": 7, "title": "Een verhaal", "intro": "Waar het over gaat.", "body": "[]"} | fields


def blocks(*values):
    return json.dumps([{"type": "text", "value": value} for value in values])


@given(words, words)
def test_other_words_make_another_text(one, other):
    assert (mark(story(intro=one)) == mark(story(intro=other))) == (one == other)


@given(words, words)
def test_a_word_does_not_move_between_fields_unseen(one, other):
    assert (mark(story(title=one, intro=other)) == mark(story(title=other, intro=one))) == (
        one == other
    )


@pytest.mark.parametrize("name", sorted(NOT_TEXT))
def test_what_is_no_text_does_not_count(name):
    assert mark(story(**{name: "2026-11-22"})) == mark(story())


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_a_new_field_that_nobody_filled_in_makes_no_new_text(empty):
    assert mark(story(seo_title=empty, cover_caption=empty)) == mark(story())
    assert mark(story(seo_title="Iets")) != mark(story())


def test_a_box_that_is_ticked_counts_and_one_that_is_not_does_not():
    assert mark(story(show_in_menus=False)) == mark(story())
    assert mark(story(show_in_menus=True)) != mark(story())


def test_an_empty_value_where_the_default_is_not_empty_was_chosen():
    assert mark(story(kind="")) != mark(story())
    kept = {"pk": 1, "order": 0}
    assert mark(kept, "projects.programmeline") != mark({"pk": 1}, "projects.programmeline")


@given(st.lists(words, max_size=4), st.data())
def test_ids_of_blocks_do_not_count_and_their_order_does(values, data):
    plain = json.loads(blocks(*values))
    with_ids = [block | {"id": data.draw(st.uuids()).hex} for block in plain]
    assert mark(story(body=json.dumps(with_ids))) == mark(story(body=blocks(*values)))
    turned = blocks(*reversed(values))
    same = values == values[::-1]
    assert (mark(story(body=turned)) == mark(story(body=blocks(*values)))) == same


def test_an_id_that_is_part_of_what_a_block_says_counts():
    """Only a block's own id is given by the machine."""
    chosen, other = ([{"type": "picture", "value": {"id": number}}] for number in (1, 2))
    assert mark(story(body=json.dumps(chosen))) != mark(story(body=json.dumps(other)))


def test_the_same_blocks_written_another_way_are_the_same_text():
    value = [{"type": "text", "value": "é", "id": "1"}]
    loose = json.dumps(value, indent=4, ensure_ascii=False)
    assert mark(story(body=loose)) == mark(story(body=json.dumps(value)))
    assert mark(story(body="")) == mark(story(body="[]"))


makers = st.lists(st.integers(1, 5), max_size=4)


def rows(numbers, offset=0, step=1):
    return [
        {"pk": 10 + place, "story": 7, "sort_order": offset + step * place, "maker": number}
        for place, number in enumerate(numbers)
    ]


@given(makers, st.integers(0, 9), st.integers(1, 3))
def test_where_numbering_starts_does_not_count(numbers, offset, step):
    assert mark(story(makers=rows(numbers, offset, step))) == mark(story(makers=rows(numbers)))


@given(makers, st.randoms())
def test_rows_are_taken_in_their_order_however_they_are_stored(numbers, chance):
    stored = rows(numbers)
    chance.shuffle(stored)
    assert mark(story(makers=stored)) == mark(story(makers=rows(numbers)))


@given(makers, makers)
def test_the_order_of_makers_counts(one, other):
    assert (mark(story(makers=rows(one))) == mark(story(makers=rows(other)))) == (one == other)


@given(makers)
def test_keys_of_rows_do_not_count(numbers):
    unsaved = [row | {"pk": None, "story": None} for row in rows(numbers)]
    assert mark(story(makers=unsaved)) == mark(story(makers=rows(numbers)))


def test_rows_that_were_never_placed_stand_as_they_are():
    new = [row | {"sort_order": None} for row in rows([2, 1])]
    assert mark(story(makers=new)) == mark(story(makers=rows([2, 1])))
    assert mark(story(makers=new)) != mark(story(makers=rows([1, 2])))


@given(st.sets(st.integers(1, 9)), st.randoms())
def test_lists_without_an_order_are_sets(numbers, chance):
    shuffled = list(numbers)
    chance.shuffle(shuffled)
    tags = [{"pk": None, "content_object": 7, "tag": number} for number in shuffled]
    ordered = [{"pk": 1, "content_object": 7, "tag": number} for number in sorted(numbers)]
    assert mark(story(tagged_items=tags)) == mark(story(tagged_items=ordered))
    assert mark(story(programme_lines=shuffled)) == mark(story(programme_lines=sorted(numbers)))
    if numbers:
        assert mark(story(tagged_items=tags[1:])) != mark(story(tagged_items=ordered))


@given(st.decimals(-(10**6), 10**6, places=2), st.integers(0, 3))
def test_a_number_is_the_same_however_many_noughts_it_ends_in(value, noughts):
    written = f"{value:f}" + "0" * noughts
    assert mark({"value": written}, "projects.fact") == mark({"value": value}, "projects.fact")
    other = str(value + Decimal("0.01"))
    assert mark({"value": other}, "projects.fact") != mark({"value": value}, "projects.fact")


def test_what_a_model_says_is_no_text_does_not_count():
    assert mark(story(reading_minutes=9)) == mark(story(reading_minutes=1))
    edition = {"title": "Zomer", "sent_on": "2019-07-01T10:00:00Z"}
    assert mark(edition, "magazine.editionpage") == mark(
        edition | {"sent_on": None}, "magazine.editionpage"
    )


def test_the_links_between_the_tables_of_one_text_do_not_count():
    assert mark(story(page_ptr=7, storypage_ptr=7)) == mark(story())


def test_the_address_is_part_of_the_text():
    assert mark(story(slug="een")) != mark(story(slug="twee"))
