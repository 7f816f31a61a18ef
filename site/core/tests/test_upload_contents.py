"""An upload is what it says it is, and says nothing about who made it."""

import contextlib
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.security.documents import ODT_KIND, is_what_it_says
from core.security.jpeg import NotAJpegError, without_metadata
from core.security.pictures import (
    NotAPictureError,
    TooManyPixelsError,
    check_readable,
    strip_metadata,
)

HOME = {1: "N", 2: (51.0, 55.0, 12.0), 3: "E", 4: (4.0, 28.0, 30.0)}
MANY = 1_000_000
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def photo(kind, *, orientation=1, size=(60, 40), **options):
    """Return a photo as a phone makes it: with maker, place and how it was held."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010F] = "Phone of Bente"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update(HOME)
    file = BytesIO()
    picture.save(file, format=kind, exif=exif, **options)
    return file


def archive(*names, **contents):
    """Return a zip file with these names in it."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, contents.get(name, b"x"))
    return file


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_loses_its_maker_and_its_place(kind):
    file = photo(kind)
    assert strip_metadata(file)
    assert b"Bente" not in file.getvalue()
    with Image.open(file) as picture:
        assert not picture.getexif()
        assert picture.format == kind
        assert picture.size == (60, 40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_was_taken_sideways_is_turned_upright(kind):
    file = photo(kind, orientation=6)
    assert strip_metadata(file)
    with Image.open(file) as picture:
        assert picture.size == (40, 60)
        red, _, blue = picture.convert("RGB").getpixel((20, 5))
        assert blue > red


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_a_photo_that_is_upright_keeps_every_pixel(options):
    file = photo("JPEG", quality=90, size=(200, 100), **options)
    with Image.open(file) as picture:
        before = picture.tobytes()
    assert strip_metadata(file)
    with Image.open(file) as picture:
        assert picture.tobytes() == before
        assert not picture.getexif()


def test_a_second_picture_behind_the_first_goes_too():
    file = BytesIO()
    first, second = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue")
    first.save(file, format="MPO", save_all=True, append_images=[second])
    assert strip_metadata(file)
    with Image.open(file) as picture:
        assert picture.format == "JPEG"
        assert getattr(picture, "n_frames", 1) == 1


def test_a_comment_and_what_hides_behind_the_end_go():
    file = BytesIO()
    Image.new("RGB", (20, 20)).save(file, format="JPEG", comment=b"Bente")
    file.write(b"<script>alert(1)</script>")
    assert strip_metadata(file)
    assert b"Bente" not in file.getvalue()
    assert file.getvalue().endswith(b"\xff\xd9")


@given(st.binary(max_size=300))
def test_no_row_of_segments_whatever_hangs_or_breaks(content):
    with contextlib.suppress(NotAJpegError):
        assert without_metadata(b"\xff\xd8" + content).startswith(b"\xff\xd8")


def test_the_colour_profile_stays():
    file = photo("JPEG", icc_profile=b"profile of a screen")
    strip_metadata(file)
    with Image.open(file) as picture:
        assert picture.info["icc_profile"] == b"profile of a screen"


def test_a_picture_that_tells_nothing_stays_as_it_is():
    file = BytesIO()
    Image.new("RGB", (10, 10)).save(file, format="PNG")
    before = file.getvalue()
    assert not strip_metadata(file)
    assert file.getvalue() == before


def test_words_in_a_png_and_a_comment_in_a_gif_go():
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415

    words = PngInfo()
    words.add_text("Author", "Bente")
    png, gif = BytesIO(), BytesIO()
    Image.new("RGB", (10, 10)).save(png, format="PNG", pnginfo=words)
    Image.new("P", (10, 10)).save(gif, format="GIF", comment=b"Bente")
    for file in (png, gif):
        assert b"Bente" in file.getvalue()
        assert strip_metadata(file)
        assert b"Bente" not in file.getvalue()


def test_a_moving_picture_keeps_moving():
    file = BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "green", "blue")]
    frames[0].save(file, format="GIF", save_all=True, append_images=frames[1:], comment=b"Bente")
    strip_metadata(file)
    with Image.open(file) as picture:
        assert picture.n_frames == 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_is_cut_short_is_refused(kind):
    whole = photo(kind, size=(400, 300)).getvalue()
    with pytest.raises(NotAPictureError):
        check_readable(BytesIO(whole[: len(whole) // 2]), MANY)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded():
    with pytest.raises(TooManyPixelsError):
        check_readable(photo("PNG", size=(100, 11)), 1_000)


def test_every_frame_of_a_moving_picture_counts():
    file = BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "green", "blue")]
    frames[0].save(file, format="GIF", save_all=True, append_images=frames[1:])
    check_readable(file, 300)
    with pytest.raises(TooManyPixelsError):
        check_readable(file, 299)


@pytest.mark.parametrize("content", [SVG, b"", b"GIF89a", b"%PDF-1.7", b"<html>"])
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAPictureError):
        check_readable(BytesIO(content), MANY)


@given(st.binary(max_size=400), st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"]))
def test_no_content_whatever_breaks_the_check(content, beginning):
    with contextlib.suppress(NotAPictureError):
        check_readable(BytesIO(beginning + content), MANY)


TRUE = {
    "verslag.pdf": b"%PDF-1.7\n",
    "Brief.DOCX": archive("[Content_Types].xml", "word/document.xml").getvalue(),
    "begroting.xlsx": archive("[Content_Types].xml", "xl/workbook.xml").getvalue(),
    "brief.odt": archive("mimetype", mimetype=ODT_KIND).getvalue(),
    "lijst.csv": "naam;wijk\nÉén;Zuid\n".encode(),
    "notitie.txt": "één regel".encode(),
    "film.vtt": "\ufeffWEBVTT\n\n00:00.000 --> 00:01.000\nHoi\n".encode(),
    "film.mp4": b"\x00\x00\x00\x18ftypmp42",
    "film.webm": b"\x1aE\xdf\xa3\x01\x00\x00\x00\x00\x00\x00\x1fB\x82\x84webm",
    "gesprek.mp3": b"ID3\x04\x00",
    "kaal.mp3": b"\xff\xfb\x90\x00",
}
FALSE = {
    "virus.pdf": b"MZ\x90\x00",
    "pagina.pdf": b"<html><script>alert(1)</script>",
    "macro.docx": archive("[Content_Types].xml", "word/x", "word/vbaProject.bin").getvalue(),
    "leeg.docx": archive("iets.txt").getvalue(),
    "tekst.docx": b"geen archief",
    "brief.odt": archive("mimetype", mimetype=b"application/zip").getvalue(),
    "blad.xlsx": archive("[Content_Types].xml", "word/document.xml").getvalue(),
    "latijn.txt": b"caf\xe9",
    "nul.csv": b"a\x00b",
    "kop.vtt": b"geen kop",
    "film.mp4": b"\x1aE\xdf\xa3webm",
    "lied.mp3": b"\xff\xd8\xff\xe0",
    "tekening.svg": SVG,
    "pagina.html": b"<html>",
    "geen-einde": b"x",
    "leeg.pdf": b"",
}


@pytest.mark.parametrize("name", TRUE)
def test_a_document_that_is_what_it_says_is_accepted(name):
    assert is_what_it_says(BytesIO(TRUE[name]), name)


@pytest.mark.parametrize("name", FALSE)
def test_a_document_that_is_something_else_is_refused(name):
    assert not is_what_it_says(BytesIO(FALSE[name]), name)


def test_an_archive_that_unpacks_to_far_too_much_is_refused():
    file = archive("[Content_Types].xml", "word/document.xml")
    size = (1).to_bytes(4, "little")
    inflated = (0xFFFF_FFF0).to_bytes(4, "little")
    bomb = file.getvalue().replace(size + size, size + inflated)
    assert bomb != file.getvalue()
    assert not is_what_it_says(BytesIO(bomb), "bom.docx")


@given(st.binary(max_size=300), st.sampled_from([*TRUE, *FALSE]))
def test_any_bytes_under_any_name_get_an_answer(content, name):
    assert is_what_it_says(BytesIO(content), name) in {True, False}
