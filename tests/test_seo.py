"""Pages are found: metadata, structured data, sitemaps and the well-known files."""

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET

import pytest

from django.conf import settings
from django.utils import timezone

from core.sharing.address import share_picture_path
from tests.factories import home_in, info_page, translated

pytestmark = pytest.mark.django_db
BASE = settings.WAGTAILADMIN_BASE_URL
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def about():
    return info_page(home_in("nl"), "Over ons <script>", "over-ons", intro="Wie we zijn. " * 30)


def html_of(client, address):
    return client.get(address).content.decode()


def json_ld(html):
    text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(text.group(1))["@graph"]


def test_page_names_its_canonical_address_and_its_translations(client, about):
    translated(about, "en", slug="about-us")
    html = html_of(client, "/nl/over-ons/")
    assert f'<link rel="canonical" href="{BASE}/nl/over-ons/">' in html
    assert f'hreflang="en" href="{BASE}/en/about-us/"' in html
    assert f'hreflang="x-default" href="{BASE}/nl/over-ons/"' in html


def test_page_without_translation_names_no_alternates(client, about):
    assert 'rel="alternate"' not in html_of(client, "/nl/over-ons/")


def test_home_leaves_the_choice_of_language_to_the_first_address(client):
    home_in("en")
    assert f'hreflang="x-default" href="{BASE}/"' in html_of(client, "/nl/")


def test_description_falls_back_to_the_introduction_and_stays_short(client, about):
    found = re.search(
        r'<meta name="description" content="([^"]*)"', html_of(client, "/nl/over-ons/")
    )
    assert found.group(1).startswith("Wie we zijn.")
    assert len(found.group(1)) <= 160


def test_structured_data_survives_a_hostile_title_and_gives_the_way_home(client, about):
    things = json_ld(html_of(client, "/nl/over-ons/"))
    page = next(thing for thing in things if thing["@type"] == "WebPage")
    way = next(thing for thing in things if thing["@type"] == "BreadcrumbList")
    assert page["name"] == "Over ons <script>"
    assert page["inLanguage"] == "nl"
    assert [step["item"] for step in way["itemListElement"]] == [
        f"{BASE}/nl/",
        f"{BASE}/nl/over-ons/",
    ]


def test_home_says_who_is_behind_the_site_and_how_it_is_searched(client):
    things = {thing["@type"]: thing for thing in json_ld(html_of(client, "/nl/"))}
    assert things["NGO"]["name"] == "Stichting Warm Rotterdam"
    assert "email" not in things["NGO"]
    assert things["WebSite"]["potentialAction"]["target"].endswith("/nl/zoeken/?q={search_term}")


def test_share_picture_of_a_live_page_is_a_small_png(client, about):
    response = client.get(share_picture_path(about))
    assert response.headers["content-type"] == "image/png"
    assert response.content.startswith(b"\x89PNG")
    assert len(response.content) < 60_000


def test_share_picture_of_a_draft_or_of_another_title_is_not_drawn(client, about):
    path = share_picture_path(about)
    assert client.get(path.replace(path[-8:-4], "0000")).status_code == 404
    about.unpublish()
    assert client.get(path).status_code == 404


def test_sitemap_index_leads_to_live_pages_of_each_language(client, about):
    translated(about, "ar")
    index = ET.fromstring(client.get("/sitemap.xml").content)
    addresses = [place.text for place in index.iter(f"{SITEMAP}loc")]
    assert f"{BASE}/sitemap-ar.xml" in addresses
    arabic = ET.fromstring(client.get("/sitemap-ar.xml").content)
    assert f"{BASE}/ar/over-ons/" in [place.text for place in arabic.iter(f"{SITEMAP}loc")]


def test_sitemap_leaves_out_drafts(client, about):
    about.unpublish()
    assert "/nl/over-ons/" not in client.get("/sitemap-nl.xml").content.decode()


def test_sitemap_of_a_language_without_pages_is_not_found(client):
    assert client.get("/sitemap-xx.xml").status_code == 404


def test_security_contact_never_expires_in_the_past_or_far_ahead(client):
    text = client.get("/.well-known/security.txt").content.decode()
    expires = re.search(r"^Expires: (\S+)$", text, re.MULTILINE).group(1)
    left = dt.datetime.fromisoformat(expires) - timezone.now()
    assert dt.timedelta(days=90) < left < dt.timedelta(days=366)
    assert re.search(r"^Contact: (mailto:|https?:)", text, re.MULTILINE)


def test_robots_are_kept_out_of_desks_and_shown_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /beheer/" in text
    assert f"Sitemap: {BASE}/sitemap.xml" in text


def test_manifest_names_icons_that_a_phone_can_use(client):
    data = client.get("/manifest.webmanifest").json()
    assert {icon["sizes"] for icon in data["icons"]} == {"192x192", "512x512"}
    assert data["start_url"] == "/"


def test_search_results_are_not_for_search_engines(client):
    assert '<meta name="robots" content="noindex">' in html_of(client, "/nl/zoeken/")
