"""Uploads in the demo: pictures are shown, the rest is downloaded, nothing else is reachable."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from django.http import Http404
from django.test import RequestFactory

from core.media import serve_media


@pytest.fixture
def media(settings, tmp_path):
    settings.SERVE_MEDIA = True
    settings.MEDIA_ROOT = tmp_path / "media"
    (settings.MEDIA_ROOT / "images").mkdir(parents=True)
    (settings.MEDIA_ROOT / "documents").mkdir()
    (tmp_path / "secret_key").write_text("secret")
    return settings.MEDIA_ROOT


def get(path: str, **headers: str):
    return serve_media(RequestFactory().get("/media/x", headers=headers), path)


@pytest.mark.parametrize(
    ("name", "content_type"),
    [("a.avif", "image/avif"), ("a.webp", "image/webp"), ("a.JPG", "image/jpeg")],
)
def test_pictures_are_shown_and_kept_long(media, name, content_type):
    (media / "images" / name).write_bytes(b"picture")
    response = get(f"images/{name}")
    assert b"".join(response.streaming_content) == b"picture"
    assert response.headers["content-type"] == content_type
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "attachment" not in response.headers.get("content-disposition", "")
    assert response.headers["cache-control"] == "public, max-age=2592000"


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.xhtml", "a", "a.js"])
def test_what_could_run_is_downloaded(media, name):
    (media / "images" / name).write_bytes(b"<script>alert(1)</script>")
    response = get(f"images/{name}")
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")


def test_a_picture_that_the_browser_has_is_not_sent_again(media):
    (media / "images" / "a.png").write_bytes(b"picture")
    first = get("images/a.png")
    second = get("images/a.png", if_modified_since=first.headers["last-modified"])
    assert second.status_code == 304
    assert second.content == b""


@pytest.mark.parametrize(
    "path",
    [
        "../secret_key",
        "images/../../secret_key",
        "/etc/passwd",
        "images",
        "",
        ".",
        "images/none.png",
        "documents/private.pdf",
        "images/../documents/private.pdf",
        "images/\x00.png",
        "a" * 5000,
    ],
)
def test_nothing_else_is_served(media, path):
    (media / "documents" / "private.pdf").write_bytes(b"private")
    with pytest.raises(Http404):
        get(path)


def test_a_link_out_of_the_folder_is_not_followed(media):
    (media / "images" / "link.png").symlink_to(media.parent / "secret_key")
    with pytest.raises(Http404):
        get("images/link.png")


def test_nothing_is_served_where_a_web_server_does_that(media, settings):
    (media / "images" / "a.png").write_bytes(b"picture")
    settings.SERVE_MEDIA = False
    with pytest.raises(Http404):
        get("images/a.png")


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(max_size=60))
def test_any_path_is_found_or_not(media, path):
    with pytest.raises(Http404):
        get(path)
