"""The directory and the pages of places, as residents see them in every language."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from django.apps import apps
from django.test import Client
from django.utils import timezone

from wagtail.models import Locale, ReferenceIndex
from wagtail.search import index

from languages.registry import LANGUAGES
from redactieraad.tests.factories import member, publish
from warmtebronnen.directory.query import CHOOSING
from warmtebronnen.models import Confirmation, Notice
from warmtebronnen.tests.factories import directory, place, public_place

pytestmark = pytest.mark.django_db
ALWAYS = "24/7"
POINT = {"latitude": "51.92", "longitude": "4.48"}
WHERE = {"address": "Voorbeeldstraat 1", "postcode": "3011 AB", **POINT}


def read(address: str, client: Client | None = None) -> str:
    """Return the text of a page that is there."""
    response = (client or Client()).get(address)
    assert response.status_code == 200
    return response.content.decode()


def slugs_in(html: str) -> list[str]:
    """Return the places on a list, in their order."""
    return re.findall(r'place-row__link" href="/[\w-]+/warmtebronnen/([\w-]+)/"', html)


def test_residents_find_choose_and_open_a_place_in_every_language():
    area = apps.get_model("projects.Area").objects.create(
        name="Proefgebied", key="proefgebied", live=True
    )
    public_place("eten", title="Eten", needs=["meal"], area=area, hours=ALWAYS, costs="free")
    public_place("taal", title="Taal", needs=["language"], spoken=["ar"])
    place("concept", title="Concept")
    for language in LANGUAGES:
        html = read(f"/{language.code}/warmtebronnen/")
        assert slugs_in(html) == ["eten", "taal"]
        assert html.count('rel="alternate" hreflang=') == len(LANGUAGES) + 1
        page = read(f"/{language.code}/warmtebronnen/eten/")
        assert f'<html lang="{language.code}"' in page
        assert page.count('rel="alternate" hreflang=') == len(LANGUAGES) + 1
        canonical = re.search(r'rel="canonical" href="([^"]+)"', page)[1]
        assert canonical.endswith(f"/{language.code}/warmtebronnen/eten/")
        assert ('<bdi lang="nl">Eten' in page) is (language.code != "nl")
    for query in ("wat=meal", "open=nu", "gratis=ja", "gebied=proefgebied", "wat=meal&open=za"):
        assert slugs_in(read(f"/nl/warmtebronnen/?{query}")) == ["eten"], query
    assert slugs_in(read("/nl/warmtebronnen/?wat=meal&taal=ar")) == []
    assert Client().get("/nl/warmtebronnen/concept/").status_code == 404


@pytest.mark.parametrize("postcode", ["niets", "1012 AB", "\x00", "3" * 300])
def test_a_postcode_that_leads_nowhere_is_told_beside_the_field(postcode):
    public_place("eten")
    response = Client().get("/nl/warmtebronnen/", {"postcode": postcode})
    html = response.content.decode()
    assert response.status_code == 200
    assert slugs_in(html) == ["eten"]
    if postcode.strip("\x00"):
        assert 'aria-invalid="true"' in html
        assert f'value="{postcode[:20]}' in html


def test_the_nearest_comes_first_and_says_how_far_it_is():
    public_place("ver", title="A ver", latitude="51.88", longitude="4.60")
    public_place("dichtbij", title="B dichtbij", **WHERE)
    public_place("onbekend", title="C")
    html = read("/nl/warmtebronnen/?postcode=3011+AB")
    assert slugs_in(html) == ["dichtbij", "ver", "onbekend"]
    assert html.count(" km</bdi></strong>") + html.count(" m</bdi></strong>") == 2


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.dictionaries(
        st.sampled_from([*CHOOSING, "postcode", "lat", "lon", "pagina", "x"]),
        st.text(max_size=30) | st.sampled_from(["ja", "nu", "meal", "3011", "51.9", "99999"]),
    )
)
def test_no_address_ends_in_an_error(client, parameters):
    directory()
    assert client.get("/nl/warmtebronnen/", parameters).status_code == 200


def test_a_list_takes_as_many_queries_for_many_places_as_for_few(django_assert_max_num_queries):
    for number in range(3):
        public_place(f"plek-{number}", hours=ALWAYS, **WHERE)
    read("/nl/warmtebronnen/")
    with django_assert_max_num_queries(12) as few:
        read("/nl/warmtebronnen/?wat=meal&postcode=3011")
    for number in range(3, 9):
        public_place(f"plek-{number}", hours=ALWAYS, **WHERE)
    with django_assert_max_num_queries(len(few)):
        read("/nl/warmtebronnen/?wat=meal&postcode=3011")
    with django_assert_max_num_queries(12):
        read("/ar/warmtebronnen/plek-1/")


def test_what_is_not_known_is_said_and_a_secret_address_is_nowhere():
    public_place("onbekend")
    assert read("/nl/warmtebronnen/onbekend/").count('class="unknown"') >= 6
    secret = public_place("geheim", phone="010 123 45 67", is_confidential=True)
    # What somebody put in the row all the same, past the form that refuses it.
    type(secret).objects.filter(pk=secret.pk).update(**WHERE)
    for address in ("geheim/", "", "?postcode=3011", "?lat=51.9&lon=4.48"):
        html = read(f"/nl/warmtebronnen/{address}")
        assert "Voorbeeldstraat" not in html
        assert "51.92" not in html
        assert " km</bdi></strong>" not in html
    assert 'href="tel:+31101234567"' in read("/nl/warmtebronnen/geheim/")


def test_a_notice_closes_a_place_at_once_and_an_old_one_says_nothing():
    page = public_place("eten", hours=ALWAYS)
    assert slugs_in(read("/nl/warmtebronnen/?open=nu")) == ["eten"]
    notice = Notice.objects.create(place=page, is_closed=True, text="Dicht voor schilderwerk.")
    assert slugs_in(read("/nl/warmtebronnen/?open=nu")) == []
    assert "schilderwerk" in read("/tr/warmtebronnen/eten/")
    notice.withdrawn_at = timezone.now()
    notice.save()
    assert "schilderwerk" not in read("/tr/warmtebronnen/eten/")


def test_long_unconfirmed_places_are_marked_and_sunk_until_somebody_confirms():
    old = public_place("aap", title="Aap")
    type(old).objects.filter(pk=old.pk).update(
        first_published_at=timezone.now() - dt.timedelta(days=200)
    )
    public_place("noot", title="Noot")
    html = read("/nl/warmtebronnen/")
    assert slugs_in(html) == ["noot", "aap"]
    assert html.count("place-row__doubt") == 1
    assert "notice--warning" in read("/nl/warmtebronnen/aap/")
    Confirmation.objects.create(place=old, by=Confirmation.By.PLACE)
    assert slugs_in(read("/nl/warmtebronnen/")) == ["aap", "noot"]
    assert "notice--warning" not in read("/nl/warmtebronnen/aap/")


def test_search_engines_get_the_hours_of_a_real_place_and_nothing_of_an_invented_one():
    public_place("echt", is_example=False, hours="Mo-Su 09:00-17:00", **WHERE)
    public_place("verzonnen", hours="Mo-Su 09:00-17:00", **WHERE)

    def described(slug: str) -> list[dict]:
        html = read(f"/nl/warmtebronnen/{slug}/")
        graph = re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL)
        return [one for one in json.loads(graph[1])["@graph"] if one["@type"] == "LocalBusiness"]

    (real,) = described("echt")
    assert real["geo"]["latitude"] == 51.92
    assert real["openingHoursSpecification"][0]["opens"] == "09:00"
    assert described("verzonnen") == []


def test_a_draft_is_previewed_as_it_will_be_and_takes_no_reports():
    draft = place("concept", needs=["meal"], hours=ALWAYS)
    html = draft.make_preview_request().content.decode()
    assert 'class="place-facts"' in html
    for word in ("klopt-dit-niet", "data-quick-exit", "data-keep"):
        assert word not in html
    parent = draft.get_parent().specific
    assert 'class="find"' in parent.make_preview_request().content.decode()


def test_a_page_that_mentions_a_place_is_named_on_it_in_the_readers_language():
    page = public_place("eten")
    home = page.get_parent().get_parent()
    story = apps.get_model("home.InfoPage")(title="Over soep", slug="over-soep")
    text = f'<p><a linktype="page" id="{page.pk}">De Tafel</a></p>'
    story.body = [("text", text)]
    home.add_child(instance=story)
    ReferenceIndex.create_or_update_for_object(story)
    assert "Over soep" in read("/pl/warmtebronnen/eten/")
    story.unpublish()
    assert "Over soep" not in read("/pl/warmtebronnen/eten/")


def test_a_translation_gives_its_words_and_the_original_all_facts():
    page = public_place("eten", title="Eten", needs=["meal"], phone="010 123 45 67")
    english = Locale.objects.get_or_create(language_code="en")[0]
    home = page.get_parent().get_parent()
    home.copy_for_translation(english).save_revision().publish()
    page.get_parent().copy_for_translation(english).save_revision().publish()
    copy = page.copy_for_translation(english)
    copy.title, copy.slug, copy.phone = "Food", "food", "010 000 00 00"
    copy.save_revision()
    assert "Food" not in read("/en/warmtebronnen/eten/")
    publish(copy, [member("engels", reads=("nl", "en"))])
    html = read("/en/warmtebronnen/eten/")
    assert "Food" in html
    assert "tel:+31101234567" in html
    assert 'lang="nl">Eten' not in html
    answer = Client().get("/en/warmtebronnen/food/")
    assert (answer.status_code, answer["Location"]) == (301, "/en/warmtebronnen/eten/")
    assert "Food" in read("/en/warmtebronnen/")
    assert "Food" in read("/tr/warmtebronnen/eten/")
    assert "Eten" in read("/nl-simple/warmtebronnen/eten/")


def test_the_menu_leads_to_the_directory_in_the_readers_own_language():
    section = directory()
    section.show_in_menus = True
    section.save_revision().publish()
    for code in ("nl", "pl"):
        menu = re.search(r'class="site-menu__list">(.*?)</ul>', read(f"/{code}/zoeken/"), re.DOTALL)
        assert f'href="/{code}/warmtebronnen/"' in menu[1]
        assert "hreflang" not in menu[1]


def test_the_sites_search_finds_a_place_in_every_language_by_its_own_address():
    page = public_place("eten", title="Eten bij Truus")
    index.insert_or_update_object(page)
    for code in ("nl", "pl"):
        html = read(f"/{code}/zoeken/?q=truus")
        assert html.count(f'href="/{code}/warmtebronnen/eten/"') == 1
    page.unpublish()
    assert "warmtebronnen/eten" not in read("/pl/zoeken/?q=truus")
