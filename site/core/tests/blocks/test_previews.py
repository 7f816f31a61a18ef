"""Every block shows itself in the style guide and in the editor's list, with sound HTML."""

import pytest

from django.apps import apps
from django.utils import translation

from wagtail.fields import StreamField

from core.blocks import ContentStreamBlock
from core.tests.blocks import factories
from core.tests.blocks.drawing import Outline

pytestmark = pytest.mark.django_db


def all_blocks():
    # Keys keep their order, so that every process of a run counts the same tests.
    streams = {
        type(field.stream_block): None
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField) and isinstance(field.stream_block, ContentStreamBlock)
    }
    return {name: block for stream in streams for name, block in stream().child_blocks.items()}


BLOCKS = all_blocks()
# What these show comes from the records of the database.
FROM_RECORDS = {"programme_lines", "stories"}


@pytest.fixture
def uploads():
    for _number in range(3):
        factories.picture(credit="Een tekenaar")
    factories.document("film.mp4", factories.MP4)


@pytest.mark.usefixtures("uploads")
@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_draws_its_example(name, language):
    block = BLOCKS[name]
    with translation.override(language):
        value = block.get_preview_value()
        outline = Outline(block.render(value))
    assert outline.elements
    assert outline.faults == []
    for tag, attributes in outline.elements:
        assert "style" not in attributes, tag
        assert not any(attribute.startswith("on") for attribute in attributes), tag
    for image in outline.all("img"):
        assert image.keys() >= {"alt", "width", "height", "loading"}
    if name not in FROM_RECORDS:
        assert getattr(value, "is_shown", True)


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_says_what_it_is_for(name):
    meta = BLOCKS[name].meta
    assert meta.group
    assert meta.icon != "placeholder"
    assert str(meta.label)
    assert str(meta.description)
    assert meta.template.endswith(f"/blocks/{name}.html")
    assert BLOCKS[name].is_previewable


@pytest.mark.parametrize("name", BLOCKS)
def test_no_example_needs_the_database_to_hold_anything(name):
    BLOCKS[name].get_preview_value()
