"""A text on the desk, as its readers will see it."""

from __future__ import annotations

import pytest

from wagtail.models import Locale

from magazine.tests import factories as magazine
from redactieraad.deciding.voting import cast_vote
from redactieraad.models import Vote
from redactieraad.tests.factories import member, publish, submit
from tests.redactieraad.desk import change, opened, paragraph, seen_by, url
from tests.redactieraad.kinds import quote

pytestmark = pytest.mark.django_db


def test_the_text_that_waits_is_shown_and_not_the_public_one(client, members):
    story = publish(magazine.story(body=[paragraph("Zoals het was.")]), members[:3])
    change(story, title="Nieuw", body=[paragraph("Zoals het wordt.")])
    page = opened(client, members[0], "text", submit(story).pk)
    text = page.select_one("#tekst")
    assert text.h1.text == "Nieuw"
    assert "Zoals het wordt." in text.text
    assert "Zoals het was." not in page.text


def test_a_page_has_one_main_heading_and_no_second_skeleton(client, members):
    page = opened(client, members[0], "text", submit(magazine.story()).pk)
    assert len(page.select("h1")) == 1
    assert len(page.select("main")) == len(page.select("header.site-header")) == 1
    assert len({one["id"] for one in page.select("[id]")}) == len(page.select("[id]"))


def test_the_text_keeps_its_own_language_and_direction(client):
    reader = member("lezer", reads=("ar",))
    story = magazine.story(title="قصة")
    arabic = story.copy_for_translation(Locale.objects.get(language_code="ar"), copy_parents=True)
    arabic.save_revision()
    page = opened(client, reader, "text", submit(arabic).pk)
    text = page.select_one("#tekst")
    assert (text["lang"], text["dir"]) == ("ar", "rtl")
    assert page.html["lang"] == "nl"


@pytest.mark.parametrize(
    "make", [magazine.story, magazine.portrait, magazine.edition, magazine.maker]
)
def test_every_kind_of_page_can_be_read_on_the_desk(client, members, make):
    text = make()
    page = opened(client, members[0], "text", submit(text).pk)
    assert page.select_one("#tekst h1").text.strip() == text.title


def test_a_record_without_a_page_of_its_own_can_be_read_too(client, members):
    words = quote(text="Ik wil meedoen.", named_as="Sam")
    page = opened(client, members[0], "text", submit(words).pk)
    text = page.select_one("#tekst")
    assert "Ik wil meedoen." in text.text
    assert "Sam" in text.text
    assert len(text.select("h1")) == 1


def test_nothing_of_it_is_kept_or_indexed(client, members):
    state = submit(magazine.story())
    client.force_login(members[0])
    for address in (url("desk"), url("text", state.pk), url("me"), url("text", 987)):
        headers = client.get(address).headers
        assert "no-store" in headers["Cache-Control"]
        assert "private" in headers["Cache-Control"]
        assert headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "microphone=(self)" in headers["Permissions-Policy"]
        assert "camera=()" in headers["Permissions-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_other_pages_keep_the_microphone_shut(client):
    assert "microphone=()" in client.get("/inloggen/").headers["Permissions-Policy"]


def test_what_a_member_said_of_an_earlier_round_stays_to_be_read(client, members):
    story = magazine.story()
    state = submit(story)
    seen = seen_by(client, members[0], state)
    cast_vote(members[0], state.pk, Vote.Choice.SEND_BACK, fingerprint=seen, remark="Te lang.")
    state.workflow_state.refresh_from_db()
    state.workflow_state.resume()
    client.force_login(members[1])
    response = client.get(url("text", state.pk), follow=True)
    # The address in an old mail leads to the round that is open now.
    assert response.redirect_chain == [
        (url("text", state.workflow_state.current_task_state_id), 302)
    ]
    assert "Te lang." in response.content.decode()


def test_an_unknown_text_is_gone_and_leads_back(client, members):
    page = opened(client, members[0], "text", 987, status=410)
    assert page.select_one(f'main a[href="{url("desk")}"]')
