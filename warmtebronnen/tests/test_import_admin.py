"""Importing in the admin: shown first, carried out as it was shown, by those who may."""

from __future__ import annotations

import datetime as dt

import pytest

from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.tests.factories import person
from core.importing import shelf
from core.importing.tables import MAX_BYTES
from warmtebronnen.models import WarmtebronPage
from warmtebronnen.tests.factories import directory, place

pytestmark = pytest.mark.django_db

GOOD = b"name;summary\nDe Pan;Samen eten.\n"


@pytest.fixture
def member(client) -> Client:
    """Return the browser of a member of the programme team, with a directory to import into."""
    directory()
    for name in kept_files():
        shelf.drop(name)
    client.force_login(person("Programmateam"))
    return client


def choose(client, content: bytes):
    file = SimpleUploadedFile("plekken.csv", content)
    return client.post(reverse("places_import"), {"file": file})


def apply(client, seen: str):
    return client.post(reverse("places_import_apply"), {"seen": seen}, follow=True)


def kept_files() -> list[str]:
    storage = storages["private"]
    return storage.listdir(shelf.FOLDER)[1] if storage.exists(shelf.FOLDER) else []


def test_rows_are_shown_first_and_carried_out_after(member):
    assert member.get(reverse("places_import")).status_code == 200
    shown = member.get(choose(member, GOOD).url)
    assert [part["kind"] for part in shown.context["parts"]] == ["new"]
    assert not WarmtebronPage.objects.exists()
    assert b"Samen" not in b"".join(storages["private"].open(f"{shelf.FOLDER}/{name}").read()
                                    for name in kept_files())  # fmt: skip
    apply(member, shown.context["found"].mark)
    page = WarmtebronPage.objects.get(title="De Pan")
    assert not page.live
    assert page.workflow_in_progress
    assert kept_files() == []
    assert member.get(reverse("places_import_rows")).status_code == 302


def test_what_changed_meanwhile_is_shown_again(member):
    shown = member.get(choose(member, GOOD).url)
    place(title="De Pan", summary="Al door een ander geschreven.")
    again = apply(member, shown.context["found"].mark)
    assert [part["kind"] for part in again.context["parts"]] == ["refused"]
    assert WarmtebronPage.objects.count() == 1
    apply(member, "")
    assert WarmtebronPage.objects.count() == 1


def test_more_than_others_can_wait_for_is_not_carried_out(member, monkeypatch):
    monkeypatch.setattr("warmtebronnen.exchange.importing.admin_views.MOST_AT_ONCE", 1)
    shown = member.get(choose(member, GOOD + b"De Tafel;Samen.\n").url)
    assert b'name="seen"' not in shown.content
    again = apply(member, shown.context["found"].mark)
    assert again.context["found"].changes == 2
    assert not WarmtebronPage.objects.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"naam\nDe Pan\n", b"PK\x03\x04", b"x" * (MAX_BYTES + 1)],
    ids=["empty", "columns", "broken", "large"],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(member, content):
    answer = choose(member, content)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert kept_files() == []


def test_a_file_that_nobody_came_back_for_is_forgotten(member, monkeypatch):
    choose(member, GOOD)
    shelf.forget_old()
    assert len(kept_files()) == 1
    monkeypatch.setattr(shelf, "KEPT", dt.timedelta(0))
    shelf.forget_old()
    assert kept_files() == []
    assert member.get(reverse("places_import_rows")).status_code == 302


def test_only_the_team_may_and_a_file_is_known_to_who_chose_it(member, client):
    choose(member, GOOD)
    other = Client()
    for group, may in (("Beheer", True), ("Redactie", False), ("Partners", False)):
        other.force_login(person(group))
        for name in ("places_import", "places_import_rows"):
            assert (other.get(reverse(name)).status_code == 200) is (
                may and name == "places_import"
            )
    assert shelf.take("../settings") is None
