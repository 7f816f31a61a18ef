"""A client gets the bytes in the form that it asked for."""

import gzip

import brotli
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.pagecache.encodings import ENCODINGS, encode, preferred_encoding


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.2, gzip;q=0.9", "gzip"),
        ("br;q=0.5, gzip;q=0.5", "br"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("br;q=0, *", "gzip"),
        ("gzip;q=0.5, identity", "identity"),
        ("br;q=nonsense, gzip;q=2", "identity"),
        ("identity;q=0", "identity"),
        ("deflate", "identity"),
    ],
)
def test_the_best_form_that_the_client_takes_is_chosen(accept, encoding):
    assert preferred_encoding(accept) == encoding


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=80))
@example("br;q=nan")
@example(",;=,;q=,=;")
def test_any_header_gives_a_form_that_is_kept(accept):
    assert preferred_encoding(accept) in ENCODINGS


@given(st.binary(max_size=2000))
def test_every_form_is_the_same_page(body):
    forms = encode(body)
    assert forms["identity"] == body
    assert gzip.decompress(forms["gzip"]) == body
    assert brotli.decompress(forms["br"]) == body


def test_the_same_page_gives_the_same_bytes():
    assert encode(b"warm") == encode(b"warm")
