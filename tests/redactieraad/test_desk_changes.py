"""What changed in a text since a member looked at it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from django.contrib.contenttypes.models import ContentType

from wagtail.models import Page

from magazine.tests import factories as magazine
from redactieraad.deciding.voting import cast_vote
from redactieraad.desk.changes import changes_between
from redactieraad.models import Look, Vote
from redactieraad.tests.factories import approve, publish, submit
from tests.redactieraad.desk import change, opened, paragraph, seen_by, url

pytestmark = pytest.mark.django_db


def looks():
    return Look.objects.at(ContentType.objects.get_for_model(Page), Page.objects.last().pk)


def test_a_first_look_has_nothing_to_compare_with(client, members):
    state = submit(magazine.story())
    page = opened(client, members[0], "text", state.pk)
    assert not page.select(f'a[href="{url("changes", state.pk)}"]')
    response = client.get(url("changes", state.pk))
    assert response.headers["Location"] == url("text", state.pk)


def test_a_public_text_is_compared_with_what_readers_see(client, members):
    story = publish(magazine.story(title="Oud"), members[:3])
    change(story, title="Nieuw")
    state = submit(story)
    page = opened(client, members[0], "text", state.pk)
    assert page.select(f'a[href="{url("changes", state.pk)}"]')
    page = opened(client, members[0], "changes", state.pk)
    assert "Oud" in page.select_one(".change del").text
    assert "Nieuw" in page.select_one(".change ins").text


def test_changes_are_those_since_this_members_own_look(client, members):
    story = magazine.story(title="Eerste", intro="Gelijk.")
    state = submit(story)
    opened(client, members[0], "text", state.pk)
    change(story, title="Tweede")
    opened(client, members[1], "text", state.pk)
    change(story, title="Derde")
    for user, was in ((members[0], "Eerste"), (members[1], "Tweede")):
        opened(client, user, "text", state.pk)
        # Still the same after another look at the same text.
        opened(client, user, "text", state.pk)
        page = opened(client, user, "changes", state.pk)
        assert was in page.select_one("main").text
        assert "Gelijk." not in page.select_one("main").text
    assert not opened(client, members[2], "text", state.pk).select("p.notice a")


def test_an_autosave_over_the_revision_that_was_seen_still_shows(client, members):
    story = magazine.story(title="Eerste")
    state = submit(story)
    opened(client, members[0], "text", state.pk)
    latest = story.get_latest_revision_as_object()
    latest.title = "Tweede"
    latest.save_revision(overwrite_revision=story.latest_revision)
    opened(client, members[0], "text", state.pk)
    page = opened(client, members[0], "changes", state.pk)
    assert "Eerste" in page.select_one(".change del").text


def test_looks_are_forgotten_when_the_text_is_decided_on(client, members):
    state = submit(magazine.story())
    opened(client, members[4], "text", state.pk)
    approve(state, members[:2])
    assert looks().count() == 1
    approve(state, members[2:3])
    assert not looks().exists()


def test_looks_stay_while_a_text_is_sent_back_and_go_with_it(client, members):
    story = magazine.story()
    state = submit(story)
    seen = seen_by(client, members[0], state)
    cast_vote(members[0], state.pk, Vote.Choice.SEND_BACK, fingerprint=seen, remark="Korter.")
    assert looks().count() == 1
    story.delete()
    assert not Look.objects.exists()


def test_only_blocks_that_differ_are_shown_with_words_for_who_cannot_see_them(rf, members):
    story = magazine.story(
        body=[paragraph("Blijft."), paragraph("Wordt anders."), paragraph("Gaat.")]
    )
    before = story.latest_revision.as_object()
    after = story.latest_revision.as_object()
    after.body[1] = paragraph("Wordt heel anders.")
    del after.body[2]
    after.body.append(paragraph("Nieuw & <b>eng</b>."))
    change(story, body=after.body)
    story.refresh_from_db()
    request = rf.get("/")
    request.user = members[0]
    (found,) = changes_between(before, story.latest_revision.as_object(), request)
    told = {(part.how, part.html) for part in found.parts}
    assert "Blijft." not in str(told)
    assert sorted(part.how for part in found.parts) == ["added", "added", "removed", "removed"]
    assert all("visually-hidden" in part.html for part in found.parts)


def test_paragraphs_stay_apart(rf, members):
    story = magazine.story(body=[("text", "<p>Eerste.</p><p>Tweede.</p>")])
    before = story.latest_revision.as_object()
    change(story, body=[("text", "<p>Een.</p><ul><li>Twee.</li><li>Drie.</li></ul>")])
    story.refresh_from_db()
    request = rf.get("/")
    request.user = members[0]
    (found,) = changes_between(before, story.latest_revision.as_object(), request)
    told = [BeautifulSoup(part.html, "html.parser").text.split("\n") for part in found.parts]
    assert [line.split()[-1] for lines in told for line in lines if line.strip()] == [
        "Een.",
        "Twee.",
        "Drie.",
        "Eerste.",
        "Tweede.",
    ]


def test_words_inside_a_block_are_marked_one_by_one(rf, members):
    story = magazine.story(body=[paragraph("Een <b>oud</b> woord & meer.")])
    before = story.latest_revision.as_object()
    after = story.latest_revision.as_object()
    after.body.raw_data[0]["value"] = "<p>Een <b>nieuw</b> woord &amp; meer.</p>"
    after.save_revision()
    story.refresh_from_db()
    request = rf.get("/")
    request.user = members[0]
    (found,) = changes_between(before, story.latest_revision.as_object(), request)
    (part,) = found.parts
    assert part.how == "changed"
    assert "woord &amp; meer." in part.html
    assert part.html.count("<del>") == part.html.count("<ins>") == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "column"), ("story_date", "2019-07-01"), ("slug", "anders"), ("intro", "Anders.")],
)
def test_each_kind_of_field_can_be_compared(client, members, field, value):
    story = magazine.story()
    state = submit(story)
    opened(client, members[0], "text", state.pk)
    change(story, **{field: value})
    opened(client, members[0], "text", state.pk)
    page = opened(client, members[0], "changes", state.pk)
    assert len(page.select(".change")) == 1
