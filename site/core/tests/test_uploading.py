"""Uploading in the admin: a wrong file is told at its field, and what was typed is kept."""

import pytest
from PIL import Image

from django.core.files.uploadedfile import SimpleUploadedFile

from wagtail.models import Collection

from core.models import SiteDocument, SiteImage
from core.tests.test_upload_contents import SVG, photo

pytestmark = pytest.mark.django_db


def upload(name, content, kind="application/octet-stream"):
    return SimpleUploadedFile(name, content, content_type=kind)


def picture_form(file, **fields):
    """Return the image form as a browser sends it."""
    return {
        "title": "De brug",
        "description": "De Erasmusbrug bij avond",
        "tags": "",
        "credit": "Bente",
        "collection": Collection.get_first_root_node().pk,
        "file": file,
    } | fields


def errors(response):
    return response.context["form"].errors


def test_a_photo_is_kept_without_what_the_camera_wrote(admin_client):
    file = upload("IMG 0001.jpg", photo("JPEG", orientation=6).getvalue())
    admin_client.post("/beheer/images/add/", picture_form(file))
    image = SiteImage.objects.get()
    with image.open_file() as stored, Image.open(stored) as picture:
        assert not picture.getexif()
        assert picture.size == (image.width, image.height) == (40, 60)
    assert image.file_size == image.file.size
    assert image.filename == "IMG_0001.jpg"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tekening.svg", SVG),
        ("tekening.png", SVG),
        ("verslag.jpg", b"%PDF-1.7"),
        ("foto.png", photo("JPEG").getvalue()),
        ("half.jpg", photo("JPEG", size=(300, 300)).getvalue()[:900]),
    ],
)
def test_what_is_no_picture_is_told_at_the_field(admin_client, name, content):
    response = admin_client.post("/beheer/images/add/", picture_form(upload(name, content)))
    assert response.status_code == 200
    assert set(errors(response)) == {"file"}
    html = response.content.decode()
    assert 'value="De brug"' in html
    assert "De Erasmusbrug bij avond" in html
    assert not SiteImage.objects.exists()


def test_a_picture_of_too_many_pixels_is_told_before_it_fills_the_memory(admin_client, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000
    file = upload("groot.png", photo("PNG", size=(100, 100)).getvalue())
    response = admin_client.post("/beheer/images/add/", picture_form(file))
    assert errors(response).as_data()["file"][0].code == "too_many_pixels"


def test_a_picture_of_too_many_bytes_is_told(admin_client, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    file = upload("zwaar.png", photo("PNG").getvalue())
    response = admin_client.post("/beheer/images/add/", picture_form(file))
    assert errors(response).as_data()["file"][0].code == "file_too_large"


def test_a_picture_needs_an_alt_text(admin_client):
    file = upload("brug.png", photo("PNG").getvalue())
    response = admin_client.post("/beheer/images/add/", picture_form(file, description=" "))
    assert set(errors(response)) == {"description"}


def test_many_pictures_at_once_lose_their_metadata_too(admin_client):
    first = admin_client.post(
        "/beheer/images/multiple/add/",
        {"title": "Brug", "files[]": upload("brug.jpg", photo("JPEG").getvalue())},
    ).json()
    waiting = first["uploaded_file_id"]
    assert first["success"]
    admin_client.post(
        f"/beheer/images/multiple/create_from_uploaded_image/{waiting}/",
        {
            f"uploaded-image-{waiting}-title": "Brug",
            f"uploaded-image-{waiting}-description": "Een brug",
            f"uploaded-image-{waiting}-tags": "",
            f"uploaded-image-{waiting}-credit": "",
            f"uploaded-image-{waiting}-collection": Collection.get_first_root_node().pk,
        },
    )
    with SiteImage.objects.get().open_file() as stored:
        assert b"Bente" not in stored.read()


def test_one_wrong_picture_among_many_is_told(admin_client):
    answer = admin_client.post(
        "/beheer/images/multiple/add/", {"title": "x", "files[]": upload("x.png", SVG)}
    ).json()
    assert not answer["success"]
    assert answer["error_message"]


def document_form(file):
    root = Collection.get_first_root_node().pk
    return {"title": "Jaarverslag", "collection": root, "tags": "", "file": file}


@pytest.mark.parametrize(
    ("name", "content"),
    [("virus.pdf", b"MZ"), ("pagina.html", b"<html>"), ("tekening.svg", SVG), ("x.pdf.exe", b"MZ")],
)
def test_a_document_that_is_not_what_it_says_is_told_at_the_field(admin_client, name, content):
    form = document_form(upload(name, content))
    response = admin_client.post("/beheer/documents/add/", form)
    assert set(errors(response)) == {"file"}
    assert 'value="Jaarverslag"' in response.content.decode()
    assert not SiteDocument.objects.exists()


def test_a_document_of_too_many_bytes_is_told(admin_client, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 5
    form = document_form(upload("groot.pdf", b"%PDF-1.7 and more"))
    response = admin_client.post("/beheer/documents/add/", form)
    assert errors(response).as_data()["file"][0].code == "file_too_large"


def test_a_name_cannot_lead_out_of_the_folder(admin_client):
    file = upload("..\\..\\/etc/pass wd\u202efdp.pdf", b"%PDF-1.7")
    admin_client.post("/beheer/documents/add/", document_form(file))
    assert SiteDocument.objects.get().file.name == "documents/pass_wdfdp.pdf"


def test_a_document_can_be_renamed_without_uploading_it_again(admin_client):
    admin_client.post("/beheer/documents/add/", document_form(upload("a.pdf", b"%PDF-1.7")))
    document = SiteDocument.objects.get()
    form = document_form("") | {"title": "Nieuw"}
    admin_client.post(f"/beheer/documents/edit/{document.pk}/", form)
    document.refresh_from_db()
    assert document.title == "Nieuw"
