"""A recording is told by its first bytes."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.security.sounds import KINDS, kind_of_sound


@pytest.mark.parametrize(
    ("head", "suffix"),
    [
        (b"\x00\x00\x00\x1cftypM4A ", ".m4a"),
        (b"\x00\x00\x00\x1cftyp3gp4", ".m4a"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm", ".webm"),
        (b"OggS\x00\x02", ".ogg"),
        (b"ID3\x04\x00", ".mp3"),
        (b"\xff\xfb\x90\x00", ".mp3"),
        (b"\xff\xf1\x50\x80", ".aac"),
        (b"RIFF\x24\x08\x00\x00WAVEfmt ", ".wav"),
        (b"#!AMR\n", ".amr"),
    ],
)
def test_recordings_of_phones_and_browsers_are_known(head, suffix):
    file = BytesIO(head + b"\x00" * 500)
    file.seek(7)
    assert kind_of_sound(file).suffix == suffix
    # Whoever stores it reads it from its beginning.
    assert file.tell() == 0


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"RIFF\x24\x08\x00\x00AVI LIST",
        b"\x1aE\xdf\xa3\x42\x82\x88matroska",
        b"<html>",
        b"%PDF-",
    ],
)
def test_what_is_no_recording_is_not_taken_for_one(head):
    assert kind_of_sound(BytesIO(head)) is None


@given(st.binary(max_size=100))
def test_any_bytes_have_an_answer(content):
    assert kind_of_sound(BytesIO(content)) in {*KINDS, None}
