"""A translator gets every word of a block, and it returns to its place."""

import pytest
from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter
from wagtail_localize.segments.types import StringSegmentValue, TemplateSegmentValue

from wagtail.models import Locale

from core.blocks import ContentStreamBlock
from core.tests.blocks import factories

pytestmark = pytest.mark.django_db


def listed(*values):
    return [
        {"type": "item", "id": f"item-{position}", "value": value}
        for position, value in enumerate(values)
    ]


def entries():
    item = {"title": "Itemtitel", "text": "<p>Itemtekst</p>"}
    point = {"label": "Puntnaam", "value": "1"}
    return {
        "heading": ({"text": "Koptekst", "level": "h2"}, {"Koptekst"}),
        "text": ("<p>Alinea</p>", {"Alinea"}),
        "quote": (
            {"text": "Citaat", "speaker": "Spreker", "occasion": "Moment"},
            {"Citaat", "Spreker", "Moment"},
        ),
        "notice": (
            {"tone": "info", "title": "Let op", "text": "<p>Bericht</p>"},
            {"Let op", "Bericht"},
        ),
        "steps": (
            {"title": "Stappen", "items": listed(item)},
            {"Stappen", "Itemtitel", "Itemtekst"},
        ),
        "accordion": (
            {"title": "Vragen", "items": listed(item)},
            {"Vragen", "Itemtitel", "Itemtekst"},
        ),
        "figure": (
            {"image": factories.picture().pk, "alt_text": "Alt", "caption": "Onderschrift"},
            {"Alt", "Onderschrift"},
        ),
        "gallery": (
            {
                "title": "Galerij",
                "figures": listed({"image": factories.picture().pk, "alt_text": "Alt"}),
            },
            {"Galerij", "Alt"},
        ),
        "plot": (
            {
                "title": "Grafiek",
                "unit": "mensen",
                "source": "Bron",
                "description": "Omschrijving",
                "series": listed({"name": "Reeks", "points": listed(point, point)}),
            },
            {"Grafiek", "mensen", "Bron", "Omschrijving", "Reeks", "Puntnaam"},
        ),
        "table": (
            {
                "caption": "Tabeltitel",
                "columns": [
                    {"type": "text", "heading": "Dag"},
                    {"type": "number", "heading": "Aantal"},
                ],
                "rows": [{"values": ["Maandag", "3"]}, {"values": ["", "4"]}],
            },
            {"Tabeltitel", "Dag", "Aantal", "Maandag"},
        ),
        "video": (
            {
                "title": "Filmtitel",
                "file": factories.document("film.mp4", factories.MP4).pk,
                "transcript": "<p>Uitgeschreven</p>",
                "captions": listed(),
            },
            {"Filmtitel", "Uitgeschreven"},
        ),
        "call_to_action": (
            {"title": "Actie", "text": "Waarom", "label": "Kom eten", "url": "https://x.example/"},
            {"Actie", "Waarom", "Kom eten"},
        ),
        "related_pages": ({"title": "Lees ook", "pages": listed()}, {"Lees ook"}),
        "contact": (
            {"title": "Bel", "text": "Wanneer", "name": "Naam"},
            {"Bel", "Wanneer", "Naam"},
        ),
    }


@pytest.mark.parametrize(
    "name", [name for name in ContentStreamBlock().child_blocks if name != "fact"]
)
def test_every_word_is_translated_and_comes_back(name):
    raw, words = entries()[name]
    block = ContentStreamBlock()
    stream = block.to_python([{"type": name, "value": raw, "id": "one"}])
    segments = StreamFieldSegmentExtractor(None).handle_stream_block(stream)
    segments = [
        segment.with_order(place)
        for place, segment in enumerate(segments)
        if not segment.is_empty()
    ]
    texts = [segment for segment in segments if isinstance(segment, StringSegmentValue)]
    assert {segment.render_text() for segment in texts} >= words

    translated = [
        StringSegmentValue(each.path, f"{each.string.data}-en", attrs=each.attrs, order=each.order)
        if isinstance(each, StringSegmentValue)
        else each
        for each in segments
        if isinstance(each, (StringSegmentValue, TemplateSegmentValue))
    ]
    dutch = Locale.objects.get(language_code="nl")
    StreamFieldSegmentsWriter(None, dutch, dutch).handle_stream_block(stream, translated)
    html = block.render(block.to_python(list(stream.get_prep_value())))
    if name != "related_pages":  # without a page there is nothing to draw
        assert {word for word in words if f"{word}-en" in html} == words
