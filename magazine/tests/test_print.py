"""An edition in print: what is in it, who decides that, and that no word of it becomes markup."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.utils import timezone

from wagtail.images.tests.utils import get_test_image_file_jpeg

from core.models import SiteImage
from magazine.models import Consent, EditionItem, PortraitPage, StoryPage
from magazine.models.printed import PrintedEdition
from magazine.print import keeping
from magazine.print.content import publication_of
from magazine.print.richtext import paragraphs
from magazine.print.tasks import make_what_changed
from magazine.print.typesetting import CannotTypesetError, typeset
from magazine.tests import factories
from magazine.tests.newsletter import live_edition, translated
from redactieraad.tests.factories import council, publish

BODY = [
    {"type": "heading", "value": {"text": "Kop", "level": "h2"}},
    {"type": "heading", "value": {"text": "Tussenkop", "level": "h3"}},
    {
        "type": "text",
        "value": '<p>Een <b>vet</b> woord en <a href="https://voorbeeld.example/">een link</a>.</p>'
        "<ol><li>een<ul><li>twee</li></ul></li></ol>",
    },
    {"type": "quote", "value": {"text": "Zo.", "speaker": "Sam", "occasion": ""}},
    {"type": "side_bar", "value": {"title": "Weetje", "text": "<p>Feit.</p>"}},
    {
        "type": "steps",
        "value": {
            "title": "Zo",
            "items": [
                {"title": "Eerst", "text": "<p>a</p>"},
                {"title": "Dan", "text": "<p>b</p>"},
            ],
        },
    },
    {
        "type": "table",
        "value": {
            "caption": "Wanneer",
            "columns": [
                {"type": "text", "heading": "Dag"},
                {"type": "number", "heading": "Plaatsen"},
            ],
            "rows": [{"values": ["Maandag", 20]}, {"values": ["Dinsdag", 1200.5]}],
        },
    },
    *(
        {
            "type": "plot",
            "value": {
                "title": "Gasten",
                "kind": kind,
                "unit": "",
                "source": "",
                "description": "",
                "series": [
                    {
                        "name": name,
                        "points": [{"label": "2018", "value": 1}, {"label": "2019", "value": -3}],
                    }
                    for name in names
                ],
            },
        }
        for kind, names in (("bars", [""]), ("lines", ["Noord", "Zuid"]))
    ),
    {
        "type": "call_to_action",
        "value": {
            "title": "Kom",
            "text": "",
            "label": "Kom woensdag eten",
            "page": None,
            "url": "https://voorbeeld.example/eten",
        },
    },
    {
        "type": "contact",
        "value": {"title": "Bel", "text": "", "name": "", "phone": "14010", "email": ""},
    },
]
# What means something to a typesetter, or to a reader of JSON.
NASTY = '#panic("x") *a* _b_ $x$ [c] <d> @e \\ `f` // g /* h */ "i" #{j} = k - l + m {{ n }}'


@pytest.fixture
def members(db):
    return council()[:3]


@pytest.fixture
def edition(members):
    return live_edition(members)


def in_print(edition):
    return json.dumps(publication_of(edition).data, ensure_ascii=False)


def stories(edition):
    sections = publication_of(edition).data["sections"]
    return [story for section in sections for story in section["stories"]]


def pdf_of(edition):
    publication = publication_of(edition)
    return typeset(publication.data, publication.gathering.files())


def with_body(members, body, **fields):
    edition = factories.edition("druk", lead="Lees.", **fields)
    picture = SiteImage.objects.create(
        title="x", description="Een tafel", file=get_test_image_file_jpeg(), credit="Noor"
    )
    story = factories.story("stuk", edition, cover_image=picture, cover_caption="Onder")
    story.body = json.dumps(body)
    story.in_short = "Kort."
    story.save_revision()
    publish(story, members)
    edition.items = [EditionItem(story=story, section="Deel")]
    edition.save_revision()
    return publish(edition, members)


def test_every_block_is_printed_and_the_result_keeps_pdf_ua(members, caplog):
    edition = with_body(members, BODY)
    assert [one["type"] for one in stories(edition)[0]["body"]] == [one["type"] for one in BODY]
    pdf = pdf_of(edition)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in pdf
    assert not caplog.records


def test_no_word_is_markup(members, caplog):
    body = [
        {"type": "text", "value": f"<p>{NASTY.replace('<d>', '&lt;d&gt;')}</p>"},
        {"type": "quote", "value": {"text": NASTY, "speaker": NASTY, "occasion": NASTY}},
        {"type": "heading", "value": {"text": NASTY, "level": "h2"}},
    ]
    edition = with_body(members, body, title=NASTY)
    # Read as markup, `#panic` would end the program.
    assert pdf_of(edition).startswith(b"%PDF")
    assert not caplog.records


def test_a_letter_that_no_face_has_costs_the_standard_and_not_the_edition(members, caplog):
    edition = with_body(members, [{"type": "text", "value": "<p>\U0001f980 ሀ</p>"}])
    assert pdf_of(edition).startswith(b"%PDF")
    assert len(caplog.records) == 1


@pytest.mark.parametrize("code", ["ar", "uk"])
def test_other_scripts_are_typeset_in_faces_that_come_along(edition, caplog, code):
    words = {"ar": "الباب مفتوح", "uk": "Двері відчинені"}[code]
    version = translated(edition, code, words)
    data = publication_of(version).data
    assert (data["language"], data["rtl"]) == (code, code == "ar")
    pdf = pdf_of(version)
    assert f"/Lang ({code})".encode() in pdf or f"({code})".encode() in pdf
    assert not caplog.records


def portrait_in(edition_slug, members, **consent):
    today = timezone.localdate()
    values = {"for_site": True, "for_print": True, "valid_until": today + timedelta(days=9)}
    agreed = Consent.objects.create(reference="1", **(values | consent))
    edition = factories.edition(edition_slug)
    portrait = publish(
        factories.portrait("sam", edition, person_name="Sam Voorbeeld", consent=agreed), members
    )
    edition.items = [EditionItem(story=portrait)]
    edition.save_revision()
    return publish(edition, members)


def test_a_portrait_is_printed_if_its_person_agreed_to_print(members):
    assert "Sam Voorbeeld" in in_print(portrait_in("a", members))


def test_a_portrait_that_is_for_the_site_only_is_not_printed(members):
    edition = portrait_in("a", members, for_print=False)
    assert PortraitPage.objects.get().live
    assert "Sam" not in in_print(edition)


def test_a_consent_that_ended_leaves_print_at_once(members):
    edition = portrait_in("a", members)
    before = publication_of(edition).fingerprint
    Consent.objects.update(for_print=False)
    assert "Sam" not in in_print(edition)
    assert publication_of(edition).fingerprint != before


def test_what_is_not_live_is_not_printed(edition):
    assert len(stories(edition)) == 1
    StoryPage.objects.get().unpublish()
    assert stories(edition) == []
    assert pdf_of(edition).startswith(b"%PDF")


def test_each_page_says_when_it_was_approved(edition):
    data = publication_of(edition).data
    assert data["approval"]
    assert stories(edition)[0]["approval"]


def test_the_fingerprint_is_the_same_for_the_same_content_and_no_other(edition, members):
    one = publication_of(edition).fingerprint
    assert publication_of(edition).fingerprint == one
    edition.title = "Anders"
    assert publication_of(edition).fingerprint != one


def test_the_address_of_an_edition_serves_its_pdf(client, edition):
    response = client.get(edition.pdf_url)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert "no-cache" in response["Cache-Control"]
    again = client.get(edition.pdf_url, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_the_second_reader_costs_few_queries(client, edition, django_assert_max_num_queries):
    client.get(edition.pdf_url)
    with django_assert_max_num_queries(8):
        assert client.get(edition.pdf_url).status_code == 200


def test_who_takes_back_consent_for_print_is_in_no_pdf_from_then_on(client, members):
    edition = portrait_in("a", members)
    with_portrait = client.get(edition.pdf_url)["ETag"]
    consent = Consent.objects.get()
    consent.for_print = False
    consent.save()
    assert client.get(edition.pdf_url)["ETag"] != with_portrait


def test_it_is_made_once_for_one_content(client, edition, monkeypatch):
    client.get(edition.pdf_url)
    monkeypatch.setattr(keeping, "typeset", lambda *_: pytest.fail("it was there already"))
    assert client.get(edition.pdf_url).status_code == 200


def test_a_change_makes_a_new_one_and_removes_the_old(client, edition, members):
    client.get(edition.pdf_url)
    old = PrintedEdition.objects.get()
    StoryPage.objects.get().unpublish()
    assert PrintedEdition.objects.get().is_due
    make_what_changed()
    new = PrintedEdition.objects.get()
    assert new.file.name != old.file.name
    assert not old.file.storage.exists(old.file.name)
    assert not new.is_due


def test_a_reader_who_is_first_is_asked_to_come_back(client, edition, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "magazine.print.views.make_pdf", type("Task", (), {"enqueue": staticmethod(asked.append)})
    )
    for _ in range(3):
        response = client.get(edition.pdf_url)
        assert response.status_code == 503
        assert response["Retry-After"]
        assert "no-store" in response["Cache-Control"]
    assert asked == [edition.pk], "the queue is asked once"


def test_a_failure_is_told_and_not_tried_over_and_over(client, edition, monkeypatch, caplog):
    tries = []

    def fails(*_):
        tries.append(1)
        raise CannotTypesetError

    monkeypatch.setattr(keeping, "typeset", fails)
    for _ in range(3):
        PrintedEdition.objects.update(asked_at=None)
        response = client.get(edition.pdf_url)
        assert response.status_code == 503
        assert response.context["has_failed"]
    assert len(tries) == 1


def test_what_takes_too_long_is_stopped(edition, monkeypatch):
    monkeypatch.setattr("magazine.print.typesetting.SECONDS", 0.01)
    with pytest.raises(CannotTypesetError):
        pdf_of(edition)


def test_an_edition_that_is_offline_has_no_pdf(client, edition):
    client.get(edition.pdf_url)
    file = PrintedEdition.objects.get().file
    edition.refresh_from_db()
    edition.unpublish()
    assert client.get(edition.pdf_url, follow=True).status_code == 404
    make_what_changed()
    assert not PrintedEdition.objects.exists()
    assert not file.storage.exists(file.name)


def test_under_another_language_the_reader_is_sent_on(client, edition):
    response = client.get(edition.pdf_url.replace("/nl/", "/tr/"))
    assert (response.status_code, response["Location"]) == (302, edition.pdf_url)


def test_a_picture_whose_file_is_gone_leaves_the_rest(members):
    edition = with_body(members, BODY[:2])
    image = SiteImage.objects.get()
    image.file.storage.delete(image.file.name)
    assert pdf_of(edition).startswith(b"%PDF")


def test_an_edition_with_nothing_in_it_is_still_a_pdf(members):
    assert pdf_of(publish(factories.edition(), members)).startswith(b"%PDF")


def words_of(blocks):
    for one in blocks:
        yield from (run["text"] for run in one.get("runs", ()))
        for item in one.get("items", ()):
            yield from (run["text"] for run in item["runs"])
            yield from words_of(item["lists"])


@given(st.text())
def test_any_html_is_read_without_a_crash(html):
    json.dumps(paragraphs(html, lambda *_: 1))


@given(st.text(alphabet=st.characters(exclude_characters="<>&\r", exclude_categories=("Cs",))))
def test_words_come_through_as_they_are(words):
    assert "".join(words_of(paragraphs(f"<p>a{words}</p>", lambda *_: 0))) == f"a{words}"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "", "//[", "x"]
)
def test_a_link_that_is_not_safe_is_plain_words(address):
    (one,) = paragraphs(f'<p><a href="{address}">hier</a></p>', lambda *_: pytest.fail(address))
    assert one["runs"] == [{"text": "hier"}]


def test_links_are_numbered_behind_their_words():
    seen = []

    def number(address, words):
        seen.append((address, words))
        return len(seen)

    html = '<p><a href="https://a.nl/">hier <b>nu</b></a> en <a href="mailto:b@c.nl">mail</a></p>'
    (one,) = paragraphs(html, number)
    assert seen == [("https://a.nl/", "hier nu"), ("mailto:b@c.nl", "mail")]
    assert [run.get("number") for run in one["runs"]] == [None, 1, None, 2]
