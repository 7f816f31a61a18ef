"""Every response tells the browser what it may do, and no two readers get a different policy."""

import pytest
from csp.constants import UNSAFE_EVAL, UNSAFE_INLINE

from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import RequestFactory

from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from core.models import SiteDocument, SiteImage
from core.security.middleware import PolicyMiddleware
from core.security.policy import admin_directives, public_directives

pytestmark = pytest.mark.django_db

PUBLIC = ["/nl/", "/nl/zoeken/?q=warm", "/nl/bestaat-niet/", "/ar/", "/inloggen/"]


def policy(response):
    """Return the response's policy as a dictionary."""
    parts = response.headers["Content-Security-Policy"].split("; ")
    return {name: rest.split() for name, _, rest in (part.partition(" ") for part in parts)}


@pytest.mark.parametrize("address", PUBLIC)
def test_readers_load_everything_from_the_site_itself(client, address):
    found = policy(client.get(address, follow=True))
    assert found.pop("default-src") == ["'none'"]
    assert found.pop("base-uri") == found.pop("frame-ancestors") == ["'none'"]
    assert {value for values in found.values() for value in values} == {"'self'"}


@pytest.mark.parametrize("address", PUBLIC)
def test_the_other_doors_of_the_browser_are_closed(client, address):
    headers = client.get(address, follow=True).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_two_readers_get_the_same_policy(client):
    first, second = client.get("/nl/"), client.get("/nl/")
    assert first.headers["Content-Security-Policy"] == second.headers["Content-Security-Policy"]
    assert "nonce" not in first.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", [*PUBLIC[:4], "/robots.txt", "/sitemap.xml", "/"])
def test_who_only_reads_gets_no_cookie(client, address):
    client.get(address, follow=True)
    assert not client.cookies


def test_a_page_that_asks_for_a_nonce_gets_it_in_its_policy():
    def view(request):
        return HttpResponse(str(request.csp_nonce))

    request = RequestFactory().get("/nl/")
    request.resolver_match = None
    response = PolicyMiddleware(view)(request)
    nonce = f"'nonce-{response.content.decode()}'"
    assert nonce in policy(response)["script-src"]
    assert nonce in policy(response)["style-src"]


def test_the_admin_bends_only_where_wagtail_breaks(admin_client):
    response = admin_client.get("/beheer/")
    found = policy(response)
    assert found["style-src"] == ["'self'", UNSAFE_INLINE]
    assert UNSAFE_INLINE not in found["script-src"]
    assert UNSAFE_EVAL not in found["script-src"]
    assert found["default-src"] == ["'none'"]
    assert found["frame-ancestors"] == ["'self'"]
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_the_admins_own_scripts_carry_the_nonce_of_the_policy(admin_client):
    response = admin_client.get("/beheer/redirects/add/")
    nonce = next(
        value.removeprefix("'nonce-").rstrip("'")
        for value in policy(response)["script-src"]
        if value.startswith("'nonce-")
    )
    assert f'<script nonce="{nonce}">new PageChooser(' in response.content.decode()
    assert "<script>" not in response.content.decode()


def test_a_preview_may_stand_in_the_admins_frame_only(admin_client):
    home = Page.objects.get(depth=2).specific
    home.save_revision()
    response = admin_client.get(f"/beheer/pages/{home.pk}/view_draft/")
    assert policy(response)["frame-ancestors"] == ["'self'"]
    assert policy(response)["style-src"] == ["'self'"]
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.fixture
def on_disk(settings, tmp_path):
    """Keep uploads in files, as the site does."""
    settings.MEDIA_ROOT = tmp_path
    settings.SERVE_MEDIA = True
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }


@pytest.mark.usefixtures("on_disk")
def test_pictures_may_be_shown_elsewhere(client):
    image = SiteImage.objects.create(title="x", description="x", file=get_test_image_file())
    response = client.get(image.file.url)
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.usefixtures("on_disk")
def test_a_document_is_downloaded_and_can_do_nothing(client):
    document = SiteDocument.objects.create(
        title="x", file=ContentFile(b"%PDF-1.7 x", name="verslag.pdf")
    )
    response = client.get(document.url)
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    found = policy(response)
    assert found["sandbox"] == []
    assert found["default-src"] == ["'none'"]


def test_a_media_server_of_its_own_joins_pictures_and_films_only():
    found = public_directives("https://media.example.org")
    with_media = {
        name for name, value in found.items() if "https://media.example.org" in str(value)
    }
    assert with_media == {"img-src", "media-src"}
    assert "https://media.example.org" in admin_directives(found)["img-src"]


def test_the_policy_reads_the_same_in_every_process(client):
    parts = client.get("/nl/").headers["Content-Security-Policy"].split("; ")
    assert parts == sorted(parts)
