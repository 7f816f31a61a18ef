"""The addresses that others rely on answer, in every language of the site."""

import pytest

from languages.registry import LANGUAGES

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("demo content"),
    # The visits have made the pictures by now.
    pytest.mark.usefixtures("visits"),
]

# As architecture.md promises them; a section's slug may be translated, and then redirects.
SECTIONS = (
    "",
    "magazine/",
    "projecten/",
    "agenda/",
    "warmtebronnen/",
    "uitdaging/",
    "over-ons/",
    "meedoen/",
    "zoeken/",
    "zoeken/?q=warm",
)
# Each with the kind of answer that its readers expect.
FOR_THE_WHOLE_SITE = {
    "/": "text/html",
    "/beheer/": "text/html",
    "/inloggen/": "text/html",
    "/health/live": "",
    "/health/ready": "",
    "/robots.txt": "text/plain",
    "/sitemap.xml": "xml",
    "/.well-known/security.txt": "text/plain",
    "/data/": "text/html",
    "/data/facts.csv": "text/csv",
}


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_every_section_answers_in_every_language(code, section, client):
    answer = client.get(f"/{code}/{section}", follow=True)
    assert answer.status_code == 200
    # Somewhere else is fine where the language lacks the page; another language than
    # Dutch and English is not.
    path = answer.request["PATH_INFO"]
    assert path.split("/")[1] in {code, "nl", "en"}


@pytest.mark.parametrize(("address", "kind"), FOR_THE_WHOLE_SITE.items())
def test_every_address_of_the_whole_site_answers(address, kind, client):
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    assert kind in answer.headers["content-type"]


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_an_unknown_address_gets_help_in_the_readers_language(code, client):
    answer = client.get(f"/{code}/dit-bestaat-niet/", follow=True)
    assert answer.status_code == 404
    html = answer.content.decode()
    assert f'lang="{code}"' in html
    assert 'type="search"' in html
