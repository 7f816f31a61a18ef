"""The service worker comes from the top of the site, and leaves desks and other pages alone."""

from __future__ import annotations

import re

from django.test import Client


def test_the_worker_is_served_for_the_whole_site_with_a_version():
    response = Client().get("/sw.js")
    text = response.content.decode()
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/javascript")
    assert "max-age=0" in response["Cache-Control"]
    assert re.search(r'VERSION = "[0-9a-f]{12}"', text)


def test_what_it_keeps_are_pages_of_the_directory_alone():
    text = Client().get("/sw.js").content.decode()
    page = re.search(r"PAGE = /(.*)/;", text)[1].replace("\\/", "/")
    for address in ("/nl/warmtebronnen/", "/nl-simple/warmtebronnen/mijn-lijst/"):
        assert re.match(page, address)
    for address in ("/beheer/", "/partner/", "/redactieraad/", "/nl/", "/inloggen/", "/nl/zoeken/"):
        assert not re.match(page, address)
