"""A campaign's public pages: what they say, in which order, and what they cost."""

from __future__ import annotations

import json
import re
import uuid
import zlib
from urllib.parse import urlsplit

import pytest

from django.test import Client, TestCase

from wagtail.models import Locale, Site

from challenge.models import Release, Snapshot
from challenge.publication.canonical import canonical, digest_of
from challenge.publication.reading import read
from challenge.tests.whole import GUEST, NEVER, STATEMENT, STOPPED, WORDS, on_the_eve
from challenge.vocabulary import Choice
from redactieraad.tests.factories import member, publish

OK, NOT_FOUND = 200, 404
MANY, MOST_QUERIES, MOST_BYTES = 1000, 12, 25_000
PAGES = ("", "antwoorden/", "logboeken/", "index/", "methode/", "lanceerdag/", "probeer-zelf/")


@pytest.fixture(scope="module")
def _made(made_once):
    with made_once():
        with TestCase.captureOnCommitCallbacks(execute=True):
            whole = on_the_eve()
            whole.launch()
        yield whole


@pytest.fixture
def whole(_made, db):
    Site.clear_site_root_paths_cache()
    return _made


def html(client, url):
    answer = client.get(url)
    assert answer.status_code == OK
    return answer.content.decode()


def content_of(whole):
    return json.loads(Snapshot.objects.get(pk=whole.release.snapshot_id).content)


def show(whole, said, reason="Er was iets niet goed.", **fields):
    """Release another snapshot, as the redactieraad would."""
    text = canonical(said)
    snapshot = Snapshot.objects.create(
        campaign=whole.campaign,
        number=whole.release.snapshot.number + 1,
        content=text,
        digest=digest_of(text),
        reason=reason,
    )
    Release.objects.filter(pk=whole.release.pk).update(snapshot=snapshot, **fields)
    return snapshot


@pytest.mark.parametrize("has_home", [True, False])
def test_a_further_address_without_translation_goes_on_as_the_page_does(whole, client, has_home):
    home = Site.objects.get(is_default_site=True).root_page.specific
    if has_home:
        home.copy_for_translation(_locale("tr")).save_revision().publish()
    party = read(Snapshot.objects.get(pk=whole.release.snapshot_id).content).parties[0].slug
    below = [*PAGES, f"index/{party}/", "verslag/"]
    in_turkish = whole.url.replace("/nl/", "/tr/")

    def led_to():
        answers = [client.get(f"{in_turkish}{rest}") for rest in below]
        return [(one.status_code, one.headers["location"]) for one in answers]

    assert led_to() == [(302, f"{whole.url}{rest}") for rest in below]
    english = whole.page.copy_for_translation(_locale("en"), copy_parents=True)
    english.slug = "the-question"
    english.save_revision()
    english = publish(english, [member("lezer", reads=("en",))])
    below.remove("verslag/")
    assert led_to() == [(302, f"{english.get_url()}{rest}") for rest in below]
    # What answers in no language is not found, nor sent round.
    for rest in ("onzin/", "index/a/b/", f"{'x/' * 40}"):
        assert client.get(f"{in_turkish}{rest}", follow=True).status_code == NOT_FOUND
        if has_home:
            assert client.get(f"{in_turkish}{rest}").status_code == NOT_FOUND


def _locale(code):
    return Locale.objects.get(language_code=code)


def test_the_four_answers_stand_first_and_as_equals(whole, client):
    for place in ("", "antwoorden/", "index/"):
        page = html(client, f"{whole.url}{place}")
        counts = re.findall(r'outcome__count"><bdi>(\d+)<', page)
        assert counts == ["2", "2", "1", "1"]
    index = html(client, f"{whole.url}index/")
    assert index.index("outcome__count") < index.index("bands__band") < index.index("<table")


def test_members_stand_under_their_answer_with_public_words_and_statement(whole, client):
    page = html(client, f"{whole.url}antwoorden/")
    headings = re.findall(r'id="group-(\w+)"', page)
    assert headings == ["no", "accept", "none", "nonsense", "unknown", "outside"]
    for words in (*WORDS.values(), STATEMENT, GUEST):
        assert words in page
    assert not [word for word in NEVER if word in page]
    assert all(page.count(name) for name in whole.names)
    assert page.index('id="group-outside"') < page.index('id="guests"')


def test_a_statement_stands_beside_a_voice_and_a_logbook(whole, client):
    for place in ("", "logboeken/"):
        page = html(client, f"{whole.url}{place}")
        assert STATEMENT in page
    assert STOPPED in page
    assert not [word for word in NEVER if word in page]


def test_no_place_is_shown_without_its_band(whole, client):
    index = read(whole.release.snapshot.content)
    page = html(client, f"{whole.url}index/")
    drawn = re.findall(r'plot__value">([^<]+)<', page)
    assert drawn
    assert all(re.fullmatch(r"\d+ \(\d+–\d+\)", one) for one in drawn)
    for line in index.parties:
        own = html(client, f"{whole.url}index/{line.slug}/")
        assert ("fact__value" in own) == (line.place is not None)
    assert page.count("<tr>") == 1 + len([line for line in index.parties if line.place])
    assert page.count('class="few"') == len([one for one in index.parties if one.rests_on_few])


def test_parties_are_sorted_by_links_and_a_screen_reader_hears_it(whole, client):
    def order(query):
        page = html(client, f"{whole.url}index/{query}")
        names = re.findall(r'<th scope="row"><a href="[^"]*index/([\w-]+)/"', page)
        return names, re.findall(r'aria-sort="(\w+)"', page), page

    by_place, said, page = order("")
    assert said == ["ascending"]
    assert order("?volgorde=-plaats")[0] == by_place[::-1]
    assert order("?volgorde=-plaats")[1] == ["descending"]
    assert order("?volgorde=partij")[0] == sorted(by_place)
    assert 'href="?volgorde=partij#table"' in page
    unknown = client.get(f"{whole.url}index/?volgorde=onzin")
    assert unknown.status_code == OK
    assert order("?volgorde=onzin")[0] == by_place


def test_an_address_says_what_it_is_called_and_which_picture_goes_with_it(whole, client):
    slug = read(whole.release.snapshot.content).parties[0].slug
    page = html(client, f"{whole.url}index/{slug}/")
    canonical_url = re.search(r'<link rel="canonical" href="([^"]+)"', page)[1]
    assert canonical_url.endswith(f"{whole.url}index/{slug}/")
    picture = re.search(r'og:image" content="https?://[^/]+([^"]+)"', page)[1]
    answer = client.get(picture)
    assert answer["Content-Type"] == "image/png"
    assert client.get(picture.replace(picture[-9:-1], "00000000")).status_code == NOT_FOUND
    assert '"BreadcrumbList"' in page
    assert (
        "?volgorde"
        not in re.search(
            r'<link rel="canonical" href="([^"]+)"',
            html(client, f"{whole.url}index/?volgorde=partij"),
        )[1]
    )


def test_search_engines_are_told_where_the_data_is_and_of_nobody(whole, client):
    page = html(client, f"{whole.url}index/")
    told = json.loads(re.search(r'ld\+json">(.*?)</script>', page, re.DOTALL)[1])
    (data,) = [one for one in told["@graph"] if one["@type"] == "Dataset"]
    for file in data["distribution"]:
        path = urlsplit(file["contentUrl"]).path
        assert client.get(path).status_code == OK
    assert not [name for name in whole.names if name in json.dumps(told)]
    assert "Dataset" not in html(client, whole.url)


def test_persons_stand_in_order_only_where_the_redactieraad_switched_it_on(whole, client):
    assert 'id="league"' not in html(client, f"{whole.url}index/")
    Release.objects.filter(pk=whole.release.pk).update(shows_league=True)
    page = html(client, f"{whole.url}index/")
    assert 'id="league"' in page
    assert STATEMENT in page


def test_a_correction_shows_with_its_reason_and_the_version_before_it(whole, client):
    said = content_of(whole)
    said["number"] += 1
    said["inputs"]["members"][0]["statement"] = "Verbeterd"
    snapshot = show(whole, said, reason="Een logboek was zoek.")
    page = html(client, f"{whole.url}index/")
    assert "Een logboek was zoek." in page
    assert page.index(snapshot.digest) < page.index(whole.release.snapshot.digest)


def test_a_photo_is_there_for_all_until_it_is_taken_back(whole, client):
    page = html(client, f"{whole.url}logboeken/")
    photo = re.search(r'src="([^"]+/foto/[^"]+)"', page)[1]
    assert client.get(photo)["Content-Type"] == "image/jpeg"
    entry = (
        whole.campaign.invitees.exclude(week__closed_at=None)
        .get()
        .week.entries.get(key=photo.strip("/").rpartition("/")[2])
    )
    entry.audience = "private"
    entry.save()
    assert client.get(photo).status_code == NOT_FOUND


@pytest.mark.parametrize("place", PAGES)
def test_a_thousand_members_cost_no_more(whole, client, django_assert_max_num_queries, place):
    said = content_of(whole)
    one = said["inputs"]["members"]
    said["number"] += 1
    said["inputs"]["members"] = [
        member | {"id": str(uuid.uuid4()), "name": f"{member['name']} {number}"}
        for number in range(MANY // len(one))
        for member in one
    ]
    show(whole, said, shows_league=True)
    # What all pages share is found once.
    client.get(whole.url)
    with django_assert_max_num_queries(MOST_QUERIES):
        answer = client.get(f"{whole.url}{place}")
    assert answer.status_code == OK
    assert len(zlib.compress(answer.content)) < MOST_BYTES


def test_what_is_not_public_is_not_there(whole):
    client = Client()
    for place in ("index/zo-een-partij-is-er-niet/", f"logboeken/foto/{uuid.uuid4()}/"):
        assert client.get(f"{whole.url}{place}").status_code == NOT_FOUND
    whole.campaign.method.live = False
    type(whole.campaign.method).objects.filter(pk=whole.campaign.method.pk).update(live=False)
    assert client.get(f"{whole.url}methode/").status_code == NOT_FOUND


def test_words_go_with_the_answer_that_counts(whole, client):
    """Who changed their mind said something else before: that is not what they stand under."""
    answer = whole.campaign.invitees.filter(answers__choice=Choice.NO).first().answers.get()
    type(answer).objects.create(
        invitee=answer.invitee,
        number=2,
        choice=Choice.ACCEPT,
        words="Toch wel",
        audience="public",
        given_at=answer.given_at,
    )
    page = html(client, f"{whole.url}antwoorden/")
    assert WORDS[Choice.NO] not in page
    assert "Toch wel" not in page
