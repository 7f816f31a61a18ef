"""Whatever goes wrong, the reader gets a page that helps, in their language."""

from html.parser import HTMLParser

import pytest

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path
from django.utils import translation

from core.crash import RIGHT_TO_LEFT, SENTENCES, crash_page
from warmrotterdam import urls

MOST_QUERIES = 14


def crash(request):
    message = "broken"
    raise ValueError(message)


# The site's addresses, with one that always crashes.
handler500 = urls.handler500
urlpatterns = [path("ar/kapot/", crash), *urls.urlpatterns]


class Addresses(HTMLParser):
    """Collects what a page asks other servers for."""

    found = ()

    def handle_starttag(self, tag, attrs):
        self.found += tuple(value for name, value in attrs if name in {"src", "href"})


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "direction"), [("nl", "ltr"), ("ar", "rtl"), ("uk", "ltr")])
def test_an_unknown_address_helps_in_the_language_of_the_address(client, code, direction):
    client.get(f"/{code}/ook-niet/")
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/{code}/bestaat-niet/", headers={"accept-language": "tr"})
    html = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{code}" dir="{direction}">' in html
    assert f'action="/{code}/zoeken/"' in html
    assert 'name="q"' in html
    assert html.count("<h1") == 1
    assert len(queries) <= MOST_QUERIES
    assert not response.cookies


@pytest.mark.django_db
def test_an_unknown_language_ends_in_the_language_of_the_browser(client):
    response = client.get("/xx/iets/", headers={"accept-language": "ar"}, follow=True)
    assert response.status_code == 404
    assert '<html lang="ar" dir="rtl">' in response.content.decode()


@pytest.mark.django_db
def test_what_somebody_typed_into_the_address_is_never_markup(client):
    response = client.get("/nl/%3Cscript%3Ealert(1)%3C/script%3E/")
    assert response.status_code == 404
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    ("address", "language", "direction"),
    [("/nl/", "nl", "ltr"), ("/ar/", "ar", "rtl"), ("/inloggen/", "nl", "ltr")],
)
def test_with_the_database_down_the_page_still_says_what_is_wrong(address, language, direction):
    # No database in this test: whatever asks for it fails, as it does when the server is down.
    response = Client(raise_request_exception=False).get(address)
    html = response.content.decode()
    assert response.status_code == 500
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert SENTENCES[language][0] in html
    assert response.headers["Content-Security-Policy"].startswith("base-uri 'none'")
    assert not response.cookies


@pytest.mark.urls(__name__)
def test_a_crash_is_told_without_a_template_or_a_translation(monkeypatch):
    monkeypatch.setattr("django.template.loader.get_template", crash)
    monkeypatch.setattr("django.utils.translation._trans.gettext", crash)
    response = Client(raise_request_exception=False).get("/ar/kapot/")
    assert response.status_code == 500
    assert SENTENCES["ar"][0] in response.content.decode()


def test_the_crash_page_asks_only_for_its_own_style_sheet(monkeypatch):
    monkeypatch.setattr("core.crash.static", crash)
    addresses = Addresses()
    addresses.feed(crash_page("/nl/x/").content.decode())
    assert addresses.found == ("/static/css/crash.css", "/nl/")


def test_the_crash_page_speaks_every_language_of_the_site():
    assert set(SENTENCES) == {code for code, _name in settings.LANGUAGES}
    for code in SENTENCES:
        with translation.override(code):
            assert (code in RIGHT_TO_LEFT) == translation.get_language_bidi()
    html = crash_page("/en/").content.decode()
    assert all(sentences[0] in html for sentences in SENTENCES.values())


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_with_advice():
    response = Client(enforce_csrf_checks=True).post("/inloggen/", {"login": "a@example.org"})
    assert response.status_code == 403
    assert response.templates[0].name == "403_csrf.html"


@pytest.mark.django_db
def test_an_unknown_host_is_told_so_in_one_line(client):
    response = client.get("/nl/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert response.content == b"Unknown host.\n"


@pytest.mark.django_db
def test_a_request_with_too_many_fields_is_refused_with_a_page(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1
    response = client.post("/inloggen/", {"login": "a", "password": "b", "c": "d"})
    assert response.status_code == 400
    assert response.templates[0].name == "400.html"
