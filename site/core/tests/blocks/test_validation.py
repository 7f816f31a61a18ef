"""What an editor must mend before a text can be published, said at the field."""

import pytest

from django.core.exceptions import ValidationError

from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import ContentStreamBlock
from core.tests.blocks import factories

pytestmark = pytest.mark.django_db

URL = "https://voorbeeld.example/"


def errors_of(name, value, *, draft=False):
    """Return the fields in error, or '' where the error belongs to the whole block."""
    block = ContentStreamBlock().child_blocks[name]
    clean = block.clean_deferred if draft else block.clean
    try:
        clean(block.normalize({**defaults(block), **value}))
    except StructBlockValidationError as error:
        return set(error.block_errors)
    except ValidationError:
        return {""}
    return set()


def defaults(block):
    if not hasattr(block, "child_blocks") or block.name == "table":
        return {}
    return {name: child.get_default() for name, child in block.child_blocks.items()}


def call(**fields):
    return {"title": "Kom eten", "label": "Kom woensdag eten", **fields}


def points(*values, labels="abcdef"):
    pairs = zip(labels, values, strict=False)
    return [{"label": label, "value": value} for label, value in pairs]


def plot(*series):
    return {"title": "t", "series": [{"name": name, "points": numbers} for name, numbers in series]}


def table(caption="Dagen", heading="Dag", rows=(("ma",),), columns=1):
    return {
        "caption": caption,
        "columns": [{"type": "text", "heading": heading}] * columns,
        "rows": [{"values": list(row)} for row in rows],
    }


ITEM = {"title": "Vraag", "text": "<p>Antwoord</p>"}


@pytest.mark.parametrize(
    ("name", "value", "fields"),
    [
        ("call_to_action", call(url=URL), set()),
        ("call_to_action", call(), {"page"}),
        ("call_to_action", call(url="javascript:alert(1)"), {"url"}),
        ("call_to_action", call(url="ftp://x.example/"), {"url"}),
        ("call_to_action", call(url=URL, label="klik hier"), {"label"}),
        ("call_to_action", call(label="Lees meer"), {"label", "page"}),
        ("contact", {"title": "t", "phone": "010 123 45 67"}, set()),
        ("contact", {"title": "t", "phone": "+31 (0)10-1234567"}, set()),
        ("contact", {"title": "t", "email": "a@b.example"}, set()),
        ("contact", {"title": "t", "text": "Kom langs."}, set()),
        ("contact", {"title": "t"}, {"phone"}),
        ("contact", {"title": "t", "phone": "bel me"}, {"phone"}),
        ("contact", {"title": "t", "phone": "1 2 3"}, {"phone"}),
        ("contact", {"title": "t", "email": "at"}, {"email"}),
        ("plot", plot(("", points(1, 2))), set()),
        ("plot", plot(("", points(0, 0))), set()),
        ("plot", plot(("", points(1))), {"series"}),
        ("plot", plot(), {"series"}),
        ("plot", plot(("a", points(1, 2)), ("b", points(1, 2))), set()),
        ("plot", plot(("a", points(1, 2)), ("b", points(1, 2, 3))), {"series"}),
        ("plot", plot(("a", points(1, 2)), ("b", points(1, 2, labels="xy"))), {"series"}),
        ("plot", plot(("", points(1, 2)), ("", points(1, 2))), {"series"}),
        ("plot", plot(("", points("NaN", 2))), {"series"}),
        ("plot", plot(("", points("Infinity", 2))), {"series"}),
        ("table", table(), set()),
        ("table", table(caption=" "), {""}),
        ("table", table(heading=""), {""}),
        ("table", table(rows=()), {""}),
        ("table", table(columns=0, rows=()), {""}),
        ("accordion", {"items": [ITEM]}, set()),
        ("accordion", {"items": []}, {"items"}),
        ("steps", {"items": [ITEM]}, {"items"}),
        ("steps", {"items": [ITEM, ITEM]}, set()),
        ("quote", {"text": ""}, {"text"}),
        ("heading", {"text": "t", "level": "h4"}, {"level"}),
        ("fact", {"fact": None}, {"fact"}),
        ("figure", {"image": None, "alt_text": "x"}, {"image"}),
    ],
)
def test_errors_stand_at_their_field(name, value, fields):
    assert errors_of(name, value) == fields


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, {"alt_text"}),
        ({"alt_text": "Een tafel"}, set()),
        ({"decorative": True}, set()),
        ({"caption": "Alleen een onderschrift"}, {"alt_text"}),
    ],
)
def test_a_picture_is_described_or_marked_as_decorative(fields, wrong):
    assert errors_of("figure", {"image": factories.picture(), **fields}) == wrong


def test_a_call_to_action_has_one_goal():
    page = factories.page()
    assert errors_of("call_to_action", call(page=page)) == set()
    assert errors_of("call_to_action", call(page=page, url=URL)) == {"url"}


@pytest.mark.parametrize(
    ("name", "content", "fields"),
    [
        ("film.mp4", factories.MP4, set()),
        ("film.mp4", b"PK\x03\x04 no film at all", {"file"}),
        ("film.exe", factories.MP4, {"file"}),
        ("film.webm", b"\x1a\x45\xdf\xa3....webm", set()),
    ],
)
def test_a_film_is_what_its_name_says(name, content, fields):
    captions = {"language": "nl", "file": factories.document("film.vtt", factories.CAPTIONS)}
    value = {
        "title": "Film",
        "file": factories.document(name, content),
        "poster": factories.picture(),
        "captions": [captions],
        "transcript": "<p>Wat er wordt gezegd.</p>",
    }
    assert errors_of("video", value) == fields


@pytest.mark.parametrize(
    ("missing", "fields"),
    [
        ({"file": None}, {"file"}),
        ({"transcript": ""}, {"transcript"}),
        ({"captions": []}, {"captions"}),
        ({"poster": None}, {"poster"}),
    ],
)
def test_a_film_needs_captions_and_its_text(missing, fields):
    captions = {"language": "nl", "file": factories.document("film.vtt", factories.CAPTIONS)}
    value = {
        "title": "Film",
        "file": factories.document("film.mp4", factories.MP4),
        "poster": factories.picture(),
        "captions": [captions],
        "transcript": "<p>Wat er wordt gezegd.</p>",
    }
    assert errors_of("video", value | missing) == fields


def test_captions_are_captions():
    captions = {"language": "nl", "file": factories.document("film.vtt", b"Hallo")}
    assert errors_of("video", {"title": "Film", "captions": [captions]}) >= {"captions"}


@pytest.mark.parametrize("name", ["call_to_action", "contact", "plot", "table", "figure", "quote"])
def test_a_draft_may_be_incomplete(name):
    value = table(caption="", heading="") if name == "table" else {}
    assert errors_of(name, value, draft=True) == set()


def heading(level):
    return {"type": "heading", "value": {"text": "t", "level": level}}


@pytest.mark.parametrize(
    ("levels", "wrong"),
    [
        (["h2", "h3", "h3"], []),
        (["h2", "h3", "h2"], []),
        (["h3", "h2"], [0]),
        (["h3", "h3", "h2"], [0, 1]),
        ([], []),
    ],
)
def test_a_subheading_stands_under_a_heading(levels, wrong):
    block = ContentStreamBlock(required=False)
    value = block.to_python([heading(level) for level in levels])
    try:
        block.clean(value)
        found = []
    except ValidationError as error:
        found = list(error.block_errors)
    assert found == wrong
