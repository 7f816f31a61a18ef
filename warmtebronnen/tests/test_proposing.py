"""A partner changes their place: what they see, what is kept, and what the redactieraad gets."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import conditional_escape

from accounts.models import User
from core.models import SiteImage
from redactieraad.deciding.remarks import leave_remark, remarks_on
from redactieraad.deciding.voting import cast_vote
from redactieraad.desk.changes import changes_between
from redactieraad.models import RedactieraadTask, RedactieraadTaskState, Vote
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve
from warmtebronnen.desk.editing import newest
from warmtebronnen.desk.photos import forget_unsent
from warmtebronnen.desk.standing import standings_of
from warmtebronnen.forms.photos import PhotoForm
from warmtebronnen.models import WarmtebronPage
from warmtebronnen.tests.factories import partner, public_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def home():
    return public_place(needs=["meal"], phone="010 111 22 33", for_whom="Iedereen")


@pytest.fixture
def petra(home):
    return partner("petra", home)


def address(page):
    return reverse("partner:change", args=[page.pk])


def form_of(response):
    """Return what the form on a page would send, as a browser would."""
    form = BeautifulSoup(response.content, "html.parser").select_one("main form[enctype]")
    sent = {}
    for one in form.select("input[name]:not([type=file]), textarea, select"):
        if one.get("type") in {"checkbox", "radio"}:
            if one.has_attr("checked"):
                sent.setdefault(one["name"], []).append(one["value"])
        elif one.name == "select":
            sent[one["name"]] = (one.select_one("[selected]") or one.option)["value"]
        else:
            sent[one["name"]] = (
                one.get("value", "") if one.name == "input" else one.text.strip("\r\n")
            )
    return sent


def hidden_of(response):
    """Return what the page of differences sends on."""
    page = BeautifulSoup(response.content, "html.parser")
    sent = {}
    for one in page.select("main input[type=hidden]"):
        sent.setdefault(one["name"], []).append(one["value"])
    return sent


def opened(client, user, page):
    client.force_login(user)
    return form_of(client.get(address(page)))


def sent_on(client, page, response):
    return client.post(address(page), hidden_of(response) | {"step": "send"})


def picture(color="red", name="IMG_2019 bij Petra thuis.jpg"):
    file = BytesIO()
    Image.new("RGB", (64, 48), color).save(file, "JPEG")
    return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


def waiting():
    return RedactieraadTaskState.objects.filter(status="in_progress")


def test_a_change_is_looked_at_sent_judged_and_public(client, home, petra):
    sent = opened(client, petra, home) | {"phone": "010 999 88 77", "needs": ["meal", "company"]}
    sent |= {"hours-day-0-from_1": "09:00", "hours-day-0-to_1": "17:00"}
    shown = client.post(address(home), sent)
    assert shown.status_code == 200
    assert {change.label.lower() for change in shown.context["changes"]} == {
        str(WarmtebronPage._meta.get_field(name).verbose_name)
        for name in ("phone", "needs", "hours")
    }
    assert not waiting().exists()
    assert sent_on(client, home, shown).status_code == 302
    home.refresh_from_db()
    assert home.phone == "010 111 22 33"
    (state,) = waiting()
    assert state.workflow_state.requested_by == petra
    assert petra.first_name not in str(client.get(reverse("partner:desk")).context["standings"])
    members = list(User.objects.filter(email__startswith="lid").order_by("pk"))
    approve(state, members[:1])
    page = client.get(reverse("partner:place", args=[home.pk]))
    assert page.context["situation"].desk.tally.approvals == 1
    assert "lid1" not in page.content.decode()
    approve(state, members[1:3])
    home.refresh_from_db()
    assert (home.phone, home.needs) == ("010 999 88 77", ["meal", "company"])
    assert home.hours.startswith("Mo 09:00-17:00")
    assert list(faults()) == []


def test_what_came_back_says_why_without_names_and_goes_again(
    client, home, petra, django_capture_on_commit_callbacks
):
    shown = client.post(address(home), opened(client, petra, home) | {"for_whom": "Vrouwen"})
    sent_on(client, home, shown)
    state = waiting().get()
    judge = User.objects.get(email__startswith="lid1@")
    seen = client.get(reverse("partner:place", args=[home.pk])).context["situation"].desk
    no = Vote.Choice.SEND_BACK
    with django_capture_on_commit_callbacks(execute=True):
        cast_vote(judge, state.pk, no, fingerprint=seen.fingerprint, remark="Waarom?")
    (letter,) = [one for one in mail.outbox if "Waarom?" in one.body]
    assert letter.to == [petra.email]
    assert letter.body.count(reverse("partner:place", args=[home.pk])) == 1
    assert "/beheer/" not in letter.body
    page = client.get(reverse("partner:place", args=[home.pk])).content.decode()
    assert "Waarom?" in page
    assert "lid1" not in page
    sent = opened(client, petra, home)
    assert sent["for_whom"] == "Vrouwen"
    sent_on(client, home, client.post(address(home), sent | {"for_whom": "Vrouwen en meisjes"}))
    again = waiting().get()
    assert again.workflow_state == state.workflow_state
    assert remarks_on(again.workflow_state).count() == 1


def test_the_second_of_two_is_told_and_undoes_nothing(client, home, petra):
    pawel = partner("pawel", home)
    first, second = opened(client, petra, home), opened(client, pawel, home)
    shown = client.post(address(home), second | {"for_whom": "Mannen"})
    client.force_login(petra)
    sent_on(client, home, client.post(address(home), first | {"phone": "010 999 88 77"}))
    client.force_login(pawel)
    for answer in (
        sent_on(client, home, shown),
        client.post(address(home), second | {"for_whom": "Mannen"}),
    ):
        assert answer.status_code == 409
        assert [one.label for one in answer.context["others"]] == ["Telefoonnummer"]
        merged = form_of(answer)
        assert (merged["phone"], merged["for_whom"]) == ("010 999 88 77", "Mannen")
    sent_on(client, home, client.post(address(home), merged))
    now = newest(home)
    assert (now.phone, now.for_whom) == ("010 999 88 77", "Mannen")
    assert waiting().count() == 1


def test_only_what_is_the_partners_can_be_changed(client, home, petra):
    sent = opened(client, petra, home)
    foreign = {
        "title": "Gehackt",
        "slug": "gehackt",
        "is_confidential": "on",
        "live": "",
        "step": "send",
    }
    client.post(address(home), sent | foreign | {"for_whom": "Vrouwen"})
    now = newest(home)
    assert now.for_whom == "Vrouwen"
    assert (now.title, now.slug, now.is_confidential) == (home.title, home.slug, False)


def test_a_wrong_value_is_said_at_its_field_and_what_was_typed_stays(client, home, petra):
    typed = {"phone": "bel maar", "for_whom": "Vrouwen", "summary": "", "website": "javascript:x"}
    typed |= {"hours-day-0-from_1": "kwart over", "hours-day-0-to_1": "17:00"}
    answer = client.post(address(home), opened(client, petra, home) | typed)
    assert answer.status_code == 422
    assert set(answer.context["editing"].form.errors) == {"hours", "phone", "summary", "website"}
    assert {name: form_of(answer)[name] for name in typed} == typed
    assert not waiting().exists()


def test_more_lines_for_opening_hours_come_with_what_was_typed(client, home, petra):
    sent = opened(client, petra, home) | {"for_whom": "Vrouwen", "hours-more": "exception"}
    answer = client.post(address(home), sent)
    assert answer.status_code == 200
    again = form_of(answer)
    assert again["for_whom"] == "Vrouwen"
    assert sum(name.endswith("-first") for name in again) > sum(
        name.endswith("-first") for name in sent
    )
    assert "hours-more" not in again


def test_nothing_changed_sends_nothing(client, home, petra):
    shown = client.post(address(home), opened(client, petra, home))
    assert not shown.context["is_changed"]
    assert sent_on(client, home, shown).status_code == 200
    assert not waiting().exists()


def test_a_photo_is_kept_while_something_else_is_wrong_and_goes_along(client, home, petra):
    sent = opened(client, petra, home)
    answer = client.post(address(home), sent | {"photo-0-file": picture(), "phone": "x"})
    assert answer.status_code == 422
    (first, *_others) = answer.context["editing"].photos
    assert list(first.errors) == ["alt"]
    assert "file" not in first.fields
    rather_not = form_of(answer) | {"phone": "010 1234567", "photo-0-remove": "on"}
    assert client.post(address(home), rather_not).status_code == 200
    again = form_of(answer) | {"phone": "010 1234567", "photo-0-alt": "De tafel"}
    again |= {"photo-0-caption": "Aan tafel"}
    shown = client.post(address(home), again)
    parts = [one for change in shown.context["changes"] for one in change.parts]
    (part,) = [one for one in parts if "img" in one.html]
    assert part.how == "added"
    assert 'alt="De tafel"' in part.html
    sent_on(client, home, shown)
    (photo,) = newest(home).photos.all()
    assert (photo.caption, photo.image.description) == ("Aan tafel", "De tafel")
    assert "petra" not in photo.image.file.name.lower()
    other = newest(home)
    other.photos.get().caption = "Onze tafel"
    ((words,),) = [one.parts for one in changes_between(newest(home), other, shown.wsgi_request)]
    assert words.html == conditional_escape(words.html)
    assert words.html.count("<img") == 2
    gone = opened(client, petra, home) | {"photo-0-remove": "on"}
    sent_on(client, home, client.post(address(home), gone))
    assert not newest(home).photos.exists()


def test_what_a_photo_may_be_is_said_in_the_language_of_the_moment():
    said = set()
    for language in ("nl", "en", "ar"):
        with translation.override(language):
            said.add(str(PhotoForm()["file"].help_text))
    assert len(said) == 3


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("groot.jpg", b"\xff\xd8" + bytes(40 * 1024 * 1024), "image/jpeg"),
        SimpleUploadedFile("brief.jpg", b"Geachte heer", "image/jpeg"),
        SimpleUploadedFile("los.exe", b"MZ", "image/jpeg"),
    ],
    ids=["40 MB", "no picture", "another kind"],
)
def test_a_file_that_is_no_photo_of_ours_is_said_at_its_field(client, home, petra, file):
    file.seek(0)
    sent = opened(client, petra, home) | {"for_whom": "Vrouwen", "photo-0-alt": "De tafel"}
    answer = client.post(address(home), sent | {"photo-0-file": file})
    assert answer.status_code == 422
    assert list(answer.context["editing"].photos[0].errors) == ["file"]
    assert form_of(answer)["for_whom"] == "Vrouwen"
    assert form_of(answer)["photo-0-alt"] == "De tafel"
    assert not SiteImage.objects.exists()


def test_nobody_takes_a_picture_that_is_not_of_their_place(client, home, petra):
    foreign = SiteImage.objects.create(title="Geheim", description="x", file=picture())
    for token in (f"{home.pk}-{foreign.pk}", f"{home.pk}-{foreign.pk}:altered", "1"):
        shown = client.post(address(home), opened(client, petra, home) | {"photo-0-kept": token})
        assert not shown.context["is_changed"]


def test_photos_that_were_never_sent_are_forgotten(client, home, petra):
    sent = opened(client, petra, home) | {"photo-0-alt": "Een", "photo-1-alt": "Twee"}
    photos = {"photo-0-file": picture("red"), "photo-1-file": picture("blue")}
    shown = client.post(address(home), sent | photos)
    hidden = hidden_of(shown)
    hidden.pop("photo-1-kept")
    hidden.pop("photo-1-alt")
    client.post(address(home), hidden | {"step": "send"})
    forget_unsent()
    assert SiteImage.objects.count() == 2
    SiteImage.objects.update(created_at=timezone.now() - timedelta(days=8))
    forget_unsent()
    assert [one.description for one in SiteImage.objects.all()] == ["Een"]


def test_a_page_that_the_team_locked_waits(client, home, petra):
    WarmtebronPage.objects.filter(pk=home.pk).update(locked=True)
    client.force_login(petra)
    assert client.get(address(home)).status_code == 423
    assert client.post(address(home), {"step": "send"}).status_code == 423


def test_the_list_says_where_a_change_stands(client, home, petra):
    shown = client.post(address(home), opened(client, petra, home) | {"for_whom": "Vrouwen"})
    sent_on(client, home, shown)
    places = WarmtebronPage.objects.tended_by(petra).with_confirmation()
    (standing,) = standings_of(places, timezone.now())
    assert standing.change.is_open
    assert standing.place.live


def test_without_anybody_to_ask_nothing_is_saved_and_the_partner_is_told(client, home, petra):
    for task in RedactieraadTask.objects.all():
        task.active = False
        task.save()
    before = home.latest_revision_id
    shown = client.post(address(home), opened(client, petra, home) | {"for_whom": "Vrouwen"})
    answer = sent_on(client, home, shown)
    assert answer.status_code == 422
    assert form_of(answer)["for_whom"] == "Vrouwen"
    home.refresh_from_db()
    assert home.latest_revision_id == before


def test_a_question_is_answered_at_the_desk_by_its_writer_only(client, home, petra):
    shown = client.post(address(home), opened(client, petra, home) | {"for_whom": "Vrouwen"})
    sent_on(client, home, shown)
    state = waiting().get()
    leave_remark(User.objects.get(email__startswith="lid1@"), state.pk, "question", text="Wie dan?")
    page = client.get(reverse("partner:place", args=[home.pk])).content.decode()
    assert "Wie dan?" in page
    there = reverse("partner:answer", args=[home.pk])
    assert client.post(there, {"text": " "}).status_code == 422
    client.post(there, {"text": "Iedereen die wil"})
    client.force_login(partner("pawel", home))
    assert client.post(there, {"text": "Ik ook"}).status_code == 422
    assert list(remarks_on(state.workflow_state).values_list("kind", "text")) == [
        ("question", "Wie dan?"),
        ("answer", "Iedereen die wil"),
    ]
