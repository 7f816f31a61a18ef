"""What waits for a member, what waits for others, and what was decided."""

from __future__ import annotations

import datetime as dt

import pytest

from django.utils import timezone

from magazine.models import StoryMaker
from magazine.tests import factories as magazine
from redactieraad.deciding.counting import standing_of
from redactieraad.deciding.voting import cast_vote
from redactieraad.desk.lists import closed, waiting
from redactieraad.desk.outcomes import Became
from redactieraad.desk.texts import text_of_task
from redactieraad.models import Member, RedactieraadTaskState, Vote
from redactieraad.tests.factories import approve, council, member, publish, submit
from tests.redactieraad.desk import change, opened, seen_by, url

pytestmark = pytest.mark.django_db


def titles(page, section):
    part = page.select_one(f"section[aria-labelledby={section}]")
    return [one.text for one in part.select("h3")] if part else []


def became(user):
    found = closed(user.redactieraad_member)
    return {one.text.title: one.outcome.became for one in (*found.on_their_way, *found.decided)}


def test_the_oldest_comes_first(client):
    user, *_others = council()
    young, old = submit(magazine.story("jong", title="Jong")), None
    old = submit(magazine.story("oud", title="Oud"))
    type(old).objects.filter(pk=old.pk).update(started_at=timezone.now() - dt.timedelta(days=3))
    page = opened(client, user, "desk")
    assert titles(page, "waiting") == ["Oud", "Jong"]
    assert page.select_one(f'a[href="{url("text", young.pk)}"]')


def test_an_item_says_what_it_is_who_wrote_it_and_how_long_it_takes():
    user, *_others = council()
    story = magazine.story(kind="interview", body=[("text", f"<p>{'woord ' * 400}</p>")])
    story.makers = [
        StoryMaker(maker=magazine.maker("noor"), role="text"),
        StoryMaker(maker=magazine.maker("fotograaf", title="Fien"), role="photo"),
    ]
    story.save_revision()
    submit(story)
    (one,) = waiting(user.redactieraad_member).for_member
    assert (one.kind, one.writers, one.minutes) == ("Interview", "Noor Voorbeeld", 2)
    assert (one.language, one.direction) == ("nl", "ltr")


def test_without_a_maker_the_submitter_is_named():
    user, *_others = council()
    submit(magazine.story(), member("renske"))
    (one,) = waiting(user.redactieraad_member).for_member
    assert one.writers == "renske"


def test_what_a_member_voted_on_or_may_not_vote_on_waits_for_others(client):
    user, *others = council()
    voted = submit(magazine.story("gezien", title="Gezien"))
    cast_vote(user, voted.pk, Vote.Choice.APPROVE, fingerprint=standing_of(voted).fingerprint)
    own = magazine.story("eigen", title="Eigen")
    change(own, user)
    submit(own)
    page = opened(client, user, "desk")
    assert titles(page, "waiting") == []
    assert titles(page, "others") == ["Gezien", "Eigen"]
    # Both say why.
    assert len(page.select("section[aria-labelledby=others] .desk-text__note")) == 2
    assert titles(opened(client, others[0], "desk"), "waiting") == ["Gezien", "Eigen"]


def test_a_text_in_a_language_that_a_member_does_not_read_waits_for_others():
    council()
    reader = member("lezer", reads=("ar",))
    submit(magazine.story())
    seen = waiting(reader.redactieraad_member)
    assert (len(seen.for_member), len(seen.for_others)) == (0, 1)


def test_the_tally_is_the_one_that_decides():
    members = council()
    state = submit(magazine.story())
    approve(state, members[3:])
    approve(state, members[:1])
    one = text_of_task(state.pk)
    assert one.tally == standing_of(state).tally
    assert (one.tally.approvals, one.tally.experts_needed, one.tally.others_needed) == (3, 2, 0)


@pytest.mark.parametrize("how", ["leaves", "reads another language", "wrote it", "was an expert"])
def test_the_tally_is_the_one_that_decides_whatever_happens_to_a_member(how):
    members = council()
    story = magazine.story()
    state = submit(story)
    approve(state, [members[0], members[3]])
    seat = members[0].redactieraad_member
    if how == "leaves":
        Member.objects.filter(pk=seat.pk).update(left_on=timezone.localdate())
    elif how == "reads another language":
        Member.objects.filter(pk=seat.pk).update(reads=["ar"])
    elif how == "wrote it":
        type(story).objects.filter(pk=story.pk).update(owner=members[0])
    else:
        Member.objects.filter(pk=seat.pk).update(is_expert=False)
    tally = text_of_task(state.pk).tally
    assert tally == standing_of(RedactieraadTaskState.objects.get(pk=state.pk)).tally
    assert (tally.approvals, tally.experts) != (2, 1)


def test_a_text_that_too_few_may_decide_on_says_so(client):
    user = member("enige")
    submit(magazine.story())
    assert opened(client, user, "desk").select_one(".desk-text .notice--warning")
    for number in range(3):
        member(f"nog{number}")
    assert not opened(client, user, "desk").select_one(".desk-text .notice--warning")


def test_outcomes_are_told_apart(client):
    members = council()
    publish(magazine.story("live", title="Live"), members[:3])
    publish(magazine.story("wacht", magazine.edition(), title="Wacht"), members[:3])
    offline = publish(magazine.story("weg", title="Weg"), members[:3])
    offline.unpublish()
    back = submit(magazine.story("terug", title="Terug"))
    seen = seen_by(client, members[0], back)
    cast_vote(members[0], back.pk, Vote.Choice.SEND_BACK, fingerprint=seen, remark="Korter.")
    withdrawn = submit(magazine.story("in", title="Ingetrokken"))
    approve(withdrawn, members[:1])
    withdrawn.workflow_state.cancel()
    assert became(members[0]) == {
        "Live": Became.PUBLIC,
        "Wacht": Became.PLANNED,
        "Weg": Became.OFFLINE,
        "Terug": Became.SENT_BACK,
        "Ingetrokken": Became.WITHDRAWN,
    }
    page = opened(client, members[0], "desk")
    assert titles(page, "on-their-way") == ["Terug", "Wacht"]
    assert titles(page, "decided") == ["Ingetrokken", "Weg", "Live"]
    # Who did not vote hears of what still goes on.
    assert became(members[4]) == {"Wacht": Became.PLANNED, "Terug": Became.SENT_BACK}


def test_a_planned_text_tells_its_moment():
    members = council()
    moment = timezone.now().replace(microsecond=0) + dt.timedelta(days=2)
    publish(magazine.story(go_live_at=moment), members[:3])
    (one,) = closed(members[0].redactieraad_member).on_their_way
    assert (one.outcome.became, one.outcome.pending.appears_at) == (Became.PLANNED, moment)
    assert one.vote.choice == Vote.Choice.APPROVE


def test_a_text_that_waits_for_its_edition_names_it(client):
    members = council()
    publish(magazine.story("wacht", magazine.edition(title="Zomernummer")), members[:3])
    page = opened(client, members[0], "desk")
    assert "Zomernummer" in page.select_one("section[aria-labelledby=on-their-way]").text


def test_a_text_that_was_sent_back_and_came_again_is_told_once(client):
    members = council()
    state = submit(magazine.story(title="Terug"))
    seen = seen_by(client, members[0], state)
    cast_vote(members[0], state.pk, Vote.Choice.SEND_BACK, fingerprint=seen, remark="Korter.")
    state.workflow_state.refresh_from_db()
    state.workflow_state.resume()
    assert became(members[0]) == {}
    assert len(waiting(members[0].redactieraad_member).for_member) == 1


def test_a_deleted_text_is_in_no_list(client):
    user, *_others = council()
    story = magazine.story()
    submit(story)
    story.delete()
    page = opened(client, user, "desk")
    assert not page.select(".desk-text")


def test_thirty_texts_take_as_many_queries_as_three(client, django_assert_max_num_queries):
    members = council()
    client.force_login(members[0])

    def fill(first, last):
        for number in range(first, last):
            submit(magazine.story(f"open-{number}", title=f"Open {number}"))
            publish(magazine.story(f"af-{number}"), members[:3])

    def queries():
        with django_assert_max_num_queries(40) as counted:
            assert client.get(url("desk")).status_code == 200
        return len(counted)

    fill(0, 3)
    client.get(url("desk"))
    with_three = queries()
    fill(3, 30)
    assert queries() == with_three
