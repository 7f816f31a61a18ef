"""Phones get the part of a film that they ask for."""

import pytest

from core.ranges import PART, requested_range
from core.tests.blocks import factories


@pytest.mark.parametrize(
    ("header", "size", "part"),
    [
        ("bytes=0-1", 100, (0, 1)),
        ("bytes=0-", 100, (0, 99)),
        ("bytes=90-200", 100, (90, 99)),
        ("bytes=-10", 100, (90, 99)),
        ("bytes=-500", 100, (0, 99)),
        ("bytes=0-", 10 * PART, (0, PART - 1)),
        ("bytes=-", 100, None),
        ("bytes=5-2", 100, None),
        ("bytes=0-1,5-6", 100, None),
        ("items=0-1", 100, None),
        ("bytes=a-b", 100, None),
    ],
)
def test_one_plain_range_is_understood(header, size, part):
    assert requested_range(header, size) == part


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_a_part_behind_the_end_is_refused(header):
    with pytest.raises(ValueError, match="behind the end"):
        requested_range(header, 100)


@pytest.mark.django_db
def test_a_film_is_served_in_parts(client):
    film = factories.document("film.mp4", factories.MP4)
    film.get_file_hash()
    response = client.get(film.url, headers={"range": "bytes=4-11"})
    assert response.status_code == 206
    assert response.content == b"ftypmp42"
    assert response.headers["content-range"] == f"bytes 4-11/{len(factories.MP4)}"
    assert response.headers["content-type"] == "video/mp4"


@pytest.fixture
def _files_on_disk(settings, tmp_path):
    """Wagtail sends whole files from the disk."""
    backend = "django.core.files.storage.FileSystemStorage"
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": backend}}


@pytest.mark.django_db
@pytest.mark.usefixtures("_files_on_disk")
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"range": "bytes=0-1,4-5"}, 200),
        ({"range": "bytes=0-1", "if-range": '"another"'}, 200),
        ({"range": "bytes=99999999-"}, 416),
    ],
)
def test_without_a_part_that_exists_the_answer_is_whole_or_a_refusal(client, headers, status):
    film = factories.document("film.mp4", factories.MP4)
    assert client.get(film.url, headers=headers).status_code == status
