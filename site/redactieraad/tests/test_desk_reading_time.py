"""How long a text takes to read."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from core.fields import StreamField
from redactieraad.desk.reading_time import WORDS_A_MINUTE, minutes_to_read
from redactieraad.models import Remark

LONG = "woord " * WORDS_A_MINUTE


def minutes(**content):
    return minutes_to_read(Remark, content)


@pytest.mark.parametrize(("times", "expected"), [(0, 1), (1, 1), (1.01, 2), (3, 3)])
def test_words_become_minutes_and_there_is_always_one(times, expected):
    text = "woord " * round(WORDS_A_MINUTE * times)
    assert minutes(text=text) == expected


def test_markup_and_choices_are_no_words():
    assert minutes(text=f"<p class='{LONG}'>Kort.</p>", kind=LONG) == 1


def test_blocks_count_by_what_is_written_in_them():
    body = StreamField([])
    body.set_attributes_from_name("body")
    story = SimpleNamespace(_meta=SimpleNamespace(concrete_fields=[body]))
    block = {"type": "text", "id": LONG, "value": {"title": LONG, "items": [{"text": LONG}]}}
    assert minutes_to_read(story, {"body": json.dumps([block, block])}) == 4
