"""What is made for one reader is compressed too, where that helps."""

import gzip

import pytest

from django.http import FileResponse, HttpResponse
from django.test import RequestFactory

from core.compression import TextCompressionMiddleware

TEXT = b"warm " * 200


def answer(response, accept="br, gzip"):
    request = RequestFactory().get("/", headers={"accept-encoding": accept})
    return TextCompressionMiddleware(lambda _request: response)(request)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json", "image/svg+xml"])
def test_text_is_compressed(kind):
    response = answer(HttpResponse(TEXT, content_type=kind))
    assert response.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in response.headers["vary"]
    assert gzip.decompress(response.content) == TEXT


@pytest.mark.parametrize("accept", ["", "gzip;q=0", "identity", "br;q=0, gzip;q=0"])
def test_not_for_who_does_not_want_it(accept):
    response = answer(HttpResponse(TEXT), accept)
    assert response.content == TEXT
    assert "Accept-Encoding" in response.headers["vary"]


def test_pictures_and_files_are_left_alone(tmp_path):
    picture = answer(HttpResponse(TEXT, content_type="image/webp"))
    assert "content-encoding" not in picture.headers
    file = tmp_path / "report.txt"
    file.write_bytes(TEXT)
    stream = answer(FileResponse(file.open("rb")))
    assert stream.headers["content-length"] == str(len(TEXT))
    assert b"".join(stream.streaming_content) == TEXT


def test_what_is_compressed_already_stays_as_it_is():
    response = answer(HttpResponse(TEXT, headers={"Content-Encoding": "br"}))
    assert response.content == TEXT
