"""Any title, in any script, becomes a picture that holds it."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.sharing.drawing import FONT, HEIGHT, SIZES, WIDTH, ShareText, _font, draw, wrap


@pytest.mark.parametrize(
    ("title", "language", "right_to_left"),
    [
        ("Samen maken we Rotterdam warm", "nl", False),
        ("روتردام الدافئة: مدينة دافئة للجميع", "ar", True),
        ("Тепле місто для всіх", "uk", False),
        ("Herkes için sıcak bir şehir", "tr", False),
        ("Woord " * 60, "nl", False),
        ("Aansprakelijkheidsverzekeringsmaatschappij" * 3, "nl", False),
        ("", "nl", False),
    ],
)
def test_title_is_drawn_at_the_size_that_messengers_expect(title, language, right_to_left):
    picture = Image.open(BytesIO(draw(ShareText(title, "Warm Rotterdam", language, right_to_left))))
    assert picture.size == (WIDTH, HEIGHT)


def test_right_to_left_picture_is_not_the_left_to_right_one():
    text = "روتردام"
    assert draw(ShareText(text, "Warm", "ar", True)) != draw(ShareText(text, "Warm", "ar", False))


def test_face_has_the_letters_of_every_language():
    missing = _font(SIZES[0]).getmask("\uffff").getbbox()
    for letter in "aéßğışłżñçєїґجضظ€’":
        assert _font(SIZES[0]).getmask(letter).getbbox() != missing, letter
    assert FONT.stat().st_size < 200_000


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_no_line_is_wider_than_the_space_it_gets(text):
    face = _font(40)
    for line in wrap(text, face, 500):
        assert face.getlength(line) <= 500 or len(line) <= 2
