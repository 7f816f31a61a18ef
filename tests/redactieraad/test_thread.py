"""The whole way of a text: written, submitted, approved, public, in the register."""

from __future__ import annotations

import pytest

from django.contrib.auth.models import Group

from accounts.models import User
from magazine.tests import factories as magazine
from redactieraad.guard import NotApprovedError
from redactieraad.models import Entry
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve, council, publish, submit

pytestmark = pytest.mark.django_db


def test_three_members_publish():
    members = council()
    story = magazine.story()
    with pytest.raises(NotApprovedError):
        story.latest_revision.publish()
    state = submit(story)
    approve(state, members[:2])
    story.refresh_from_db()
    assert not story.live
    approve(state, members[3:4])
    story.refresh_from_db()
    assert story.live
    entry = Entry.objects.get()
    assert (entry.approvals, entry.experts) == (3, 2)
    assert list(faults()) == []


def test_a_new_story_is_submitted_to_the_redactieraad(client):
    editor = User.objects.create_user("schrijver@voorbeeld.example", "x")
    editor.groups.add(Group.objects.get(name="Redactie"))
    client.force_login(editor)
    address = f"/beheer/pages/add/magazine/storypage/{magazine.magazine().pk}/"
    html = client.get(address).content.decode()
    button = html.split('name="action-submit"')[1].split("</button>")[0]
    assert "redactieraad" in button
    assert "Beheer" not in button


def test_an_edition_appears_with_its_approved_stories_only():
    members = council()
    edition = magazine.edition()
    approved = publish(magazine.story("goed", edition), members[:3])
    waiting = magazine.story("nog-niet", edition)
    assert not approved.live
    publish(edition, members[:3])
    for page in (edition, approved, waiting):
        page.refresh_from_db()
    assert edition.live
    assert approved.live
    assert not waiting.live
    assert list(faults()) == []
