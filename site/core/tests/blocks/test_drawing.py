"""What readers get to see of the blocks."""

import datetime as dt

import pytest

from django.utils import translation

from core.tests.blocks import factories
from core.tests.blocks.drawing import Outline, drawn

pytestmark = pytest.mark.django_db


def headings(html):
    return [tag for tag, _attributes in Outline(html).elements if tag in {"h2", "h3"}]


def test_titles_of_blocks_never_skip_a_level():
    steps = {"type": "steps", "value": {"title": "Zo", "items": [{"title": "a", "text": "b"}]}}
    heading = {"type": "heading", "value": {"text": "Kop", "level": "h2"}}
    assert headings(drawn(steps)) == ["h2"]
    assert headings(drawn(heading, steps)) == ["h2", "h3"]


def test_a_figure_shows_who_made_it_and_says_what_it_shows():
    image = factories.picture(credit="Tekenaar")
    html = drawn({"type": "figure", "value": {"image": image.pk, "alt_text": "Een tafel"}})
    outline = Outline(html)
    assert "Tekenaar" in html
    assert outline.all("img")[0]["alt"] == "Een tafel"
    assert [source["type"] for source in outline.all("source")] == ["image/avif", "image/webp"]


def test_a_decorative_picture_is_silent():
    image = factories.picture(description="Een tafel")
    value = {"image": image.pk, "alt_text": "Een tafel", "decorative": True}
    html = drawn({"type": "figure", "value": value})
    assert Outline(html).all("img")[0]["alt"] == ""


def test_a_gallery_crops_around_the_focal_point():
    place = {"focal_point_x": 40, "focal_point_y": 18, "focal_point_width": 4}
    image = factories.picture(**place, focal_point_height=4)
    plain = factories.picture()
    figures = [{"image": each.pk, "alt_text": "x"} for each in (image, plain)]
    drawn({"type": "gallery", "value": {"figures": figures}})
    keys = [
        set(each.renditions.values_list("focal_point_key", flat=True)) for each in (image, plain)
    ]
    assert keys[0] != keys[1]


@pytest.mark.parametrize(("days", "is_marked"), [(-1, True), (0, False), (1, False)])
def test_a_fact_says_when_it_may_be_out_of_date(days, is_marked):
    due = dt.date.today() + dt.timedelta(days=days)  # noqa: DTZ011
    fact = factories.fact(review_by=due)
    with translation.override("en"):
        html = drawn({"type": "fact", "value": {"fact": fact.pk}})
    assert ("may be out of date" in html) is is_marked
    assert 'href="https://www.cbs.nl/"' in html


def test_a_fact_with_a_comparison_shows_two_bars():
    alone = factories.fact()
    compared = factories.fact(comparison_value="7.9", comparison_where="Nederland")
    bars = [
        len([rect for rect in Outline(html).all("rect") if "plot__bar" in rect["class"]])
        for html in (
            drawn({"type": "fact", "value": {"fact": each.pk}}) for each in (alone, compared)
        )
    ]
    assert bars == [0, 2]


def test_an_unpublished_fact_is_left_out():
    fact = factories.fact(live=False)
    assert drawn({"type": "fact", "value": {"fact": fact.pk}}) == ""


def plot(kind, unit="%"):
    series = [
        {
            "name": name,
            "points": [{"label": "2018", "value": 7.9}, {"label": "2019", "value": -1234.5}],
        }
        for name in ("Noord", "Zuid")
    ]
    value = {"title": "Titel", "kind": kind, "unit": unit, "series": series, "source": "CBS"}
    return {"type": "plot", "value": value}


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_a_plot_has_its_numbers_as_a_table_in_the_readers_format(kind):
    with translation.override("nl"):
        html = drawn(plot(kind))
    outline = Outline(html)
    assert outline.faults == []
    table = html[html.index("<table") :]
    assert table.count("<tr>") == 3
    assert "7,9%" in table
    assert "-1.234,5%" in table
    assert "<title>Titel</title>" in html
    assert "<desc>Noord: 2018" in html


@pytest.mark.parametrize("kind", ["bars", "lines"])
def test_a_plot_runs_from_the_right_where_the_reader_does(kind):
    with translation.override("nl"):
        left = Outline(drawn(plot(kind)))
    with translation.override("ar"):
        right = Outline(drawn(plot(kind)))
    tag, place = ("rect", "x") if kind == "bars" else ("line", "x1")
    assert [each.get(place) for each in left.all(tag)] != [
        each.get(place) for each in right.all(tag)
    ]


def test_a_film_asks_for_nothing_before_it_is_played():
    film = factories.document("film.mp4", factories.MP4)
    tracks = [
        {"language": code, "file": factories.document(f"{code}.vtt", factories.CAPTIONS).pk}
        for code in ("nl", "ar")
    ]
    value = {"title": "Film", "file": film.pk, "captions": tracks, "transcript": "<p>Hallo</p>"}
    with translation.override("ar"):
        outline = Outline(drawn({"type": "video", "value": value}))
    video = outline.all("video")[0]
    assert video["preload"] == "none"
    assert "autoplay" not in video
    # A default track would be fetched at once.
    assert all("default" not in track for track in outline.all("track"))
    assert [track["srclang"] for track in outline.all("track")] == ["ar", "nl"]
    assert "details" in dict(outline.elements)


def test_words_are_escaped():
    html = drawn({"type": "quote", "value": {"text": "<script>x</script>", "speaker": "<b>"}})
    assert "<script>" not in html
    assert "<b>" not in html
