"""What has to be in order before the redactieraad is asked: told at its place, all at once."""

from __future__ import annotations

import pytest

from accounts import groups
from accounts.tests.factories import person
from core.models import SiteImage
from magazine.models import PortraitPage, StoryPage
from magazine.tests.editing import figure, heading, save, text
from magazine.tests.factories import edition, maker, portrait, story
from magazine.tests.pictures import picture
from redactieraad.checks import NotReadyError
from redactieraad.tests.factories import submit

pytestmark = pytest.mark.django_db
SUBMIT = "action-submit"
EMPTY_LINK = '<p>Lees <a href="https://voorbeeld.example"> </a> dit.</p>'


@pytest.fixture
def editor(client):
    groups.sync()
    client.force_login(person("Redactie"))
    return client


def errors(response):
    assert response.status_code == 200
    return response.context["form"].errors


def is_submitted(page):
    page = StoryPage.objects.get(pk=page.pk)
    return page.current_workflow_state is not None


def test_what_is_in_order_is_submitted(editor):
    page, shown = story(), picture()
    blocks = [heading("Kop"), figure(shown, alt_text="Sam lacht."), text("<p>Tekst.</p>")]
    assert save(editor, page, *blocks, action=SUBMIT).status_code == 302
    assert is_submitted(page)


@pytest.mark.parametrize(
    "blocks",
    [
        lambda: [figure(picture())],
        lambda: [heading("Tussenkop", "h3")],
        lambda: [text(EMPTY_LINK)],
        lambda: [("call_to_action", {"title": "Kom", "text": "", "label": "Kom eten", "url": ""})],
        lambda: [
            ("call_to_action", {"title": "Kom", "text": "", "label": "", "url": "https://a.b"})
        ],
    ],
    ids=["picture without words", "subheading first", "empty link", "no target", "no label"],
)
def test_a_fault_in_a_block_stops_the_submission_and_keeps_what_was_typed(editor, blocks):
    page = story()
    response = save(editor, page, *blocks(), action=SUBMIT, intro="Nieuw getypt.")
    assert set(errors(response)) == {"body"}
    assert response.context["form"]["intro"].value() == "Nieuw getypt."
    assert not is_submitted(page)


def test_a_draft_may_have_all_these_faults(editor):
    page = portrait(consent=None)
    undescribed = picture(description="")
    blocks = [figure(picture()), heading("Tussenkop", "h3"), text(EMPTY_LINK)]
    response = save(editor, page, *blocks, cover_image=undescribed.pk)
    assert response.status_code == 302
    latest = PortraitPage.objects.get().get_latest_revision_as_object()
    assert len(latest.body) == 3


def test_all_faults_are_told_at_once_each_at_its_field(editor):
    page = portrait(consent=None)
    undescribed = picture(description="")
    blocks = [figure(picture()), text(EMPTY_LINK)]
    response = save(editor, page, *blocks, action=SUBMIT, cover_image=undescribed.pk)
    found = errors(response)
    assert set(found) == {"body", "consent", "cover_image"}
    assert len(found["body"].as_data()[0].block_errors) == 2
    assert not is_submitted(page)


def test_a_picture_gets_its_words_and_then_it_is_submitted(editor):
    page, cover = story(), picture(description="")
    assert save(editor, page, action=SUBMIT, cover_image=cover.pk).status_code == 200
    SiteImage.objects.filter(pk=cover.pk).update(description="Sam lacht.")
    assert save(editor, page, action=SUBMIT, cover_image=cover.pk).status_code == 302
    assert is_submitted(page)


def test_a_text_that_came_back_is_held_to_the_same_rules(editor):
    page = story()
    save(editor, page, action=SUBMIT)
    state = StoryPage.objects.get().current_workflow_state
    state.current_task_state.specific.reject(user=None, comment="Nog niet")
    response = save(editor, page, figure(picture()), action=SUBMIT)
    assert set(errors(response)) == {"body"}
    state.refresh_from_db()
    assert state.status == state.STATUS_NEEDS_CHANGES


FAULTY = {
    "picture without words": lambda: {
        "body": [{"type": "figure", "value": {"image": picture().pk, "alt_text": ""}}]
    },
    "pictures without words": lambda: {
        "body": [
            {
                "type": "gallery",
                "value": {"figures": [{"image": picture(f"{n}.png").pk} for n in range(2)]},
            }
        ]
    },
    "subheading first": lambda: {
        "body": [{"type": "heading", "value": {"text": "Kop", "level": "h3"}}]
    },
    "empty link": lambda: {"body": [{"type": "text", "value": EMPTY_LINK}]},
    "empty link in an accordion": lambda: {
        "body": [
            {
                "type": "accordion",
                "value": {"items": [{"title": "Vraag", "text": EMPTY_LINK}]},
            }
        ]
    },
    "undescribed cover": lambda: {"cover_image": picture(description=" ")},
}


@pytest.mark.parametrize("fields", FAULTY.values(), ids=FAULTY)
def test_no_other_way_leads_past_the_rules(fields):
    page = story(**fields())
    with pytest.raises(NotReadyError) as refused:
        submit(page)
    assert refused.value.faults
    assert all(fault.strip() for fault in refused.value.faults)
    assert not is_submitted(page)


def test_a_draft_that_misses_a_field_is_not_submitted():
    page = story()
    page.intro = ""
    page.save_revision(clean=False)
    with pytest.raises(NotReadyError):
        submit(page)


def test_the_faults_say_where_they_are():
    blocks = [
        {"type": "text", "value": "<p>Goed.</p>"},
        {"type": "figure", "value": {"image": picture().pk, "alt_text": ""}},
    ]
    (fault,) = story(body=blocks).faults_before_submitting()
    assert "2 (" in fault


def test_it_is_the_latest_revision_that_is_looked_at():
    page = story(body=[{"type": "text", "value": EMPTY_LINK}])
    page.body = [{"type": "text", "value": "<p>Goed.</p>"}]
    page.save_revision()
    submit(page)
    assert is_submitted(page)


def test_editions_and_makers_are_held_to_them_too():
    undescribed = picture(description="")
    for page in (edition(cover_image=undescribed), maker(photo=undescribed)):
        with pytest.raises(NotReadyError):
            submit(page)
