"""Who works with consents, what they see, and what nobody else does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PIL import Image

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts import groups
from accounts.tests.factories import person
from core.storages import private_storage
from core.tests.test_upload_contents import SVG, photo
from magazine.consent.scans import MOST_BYTES
from magazine.models import Consent
from magazine.tests.factories import consent, portrait, story
from magazine.tests.pictures import PDF, picture, scan
from redactieraad.tests.factories import council, publish

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def add_url():
    return reverse("magazine_consents:add")


def url(name, one):
    return reverse(f"magazine_consents:{name}", args=[one.pk])


def fields(**values):
    """Return the form as a browser sends it."""
    return {
        "reference": "2026-01",
        "for_site": "on",
        "given_on": TODAY.isoformat(),
        "valid_until": (TODAY + timedelta(days=365)).isoformat(),
        "naming": "chosen",
        "contact": "Sam, 06 - 1234 5678",
        "form": scan(),
    } | values


def in_group(client, name):
    """Sign a new member of a group in."""
    groups.sync()
    user = person(name)
    client.force_login(user)
    return user


@pytest.mark.parametrize("name", ["list", "add", "edit", "scan", "withdraw"])
@pytest.mark.parametrize("group", groups.GROUPS)
def test_only_redactie_and_beheer_work_with_consents(client, group, name):
    one = consent(form=scan())
    address = {
        "list": reverse("magazine_consents:index"),
        "add": add_url(),
    }.get(name) or url(name, one)
    in_group(client, group)
    is_open = client.get(address).status_code == 200
    assert is_open == (group in {"Redactie", "Beheer"})


def test_a_reader_is_sent_to_sign_in(client):
    for name in ("scan", "withdraw"):
        assert client.get(url(name, consent())).status_code == 302
        assert client.post(url(name, consent())).status_code == 302
    assert not Consent.objects.exclude(withdrawn_on=None).exists()


def test_the_scan_is_handed_out_for_this_moment_only(client):
    in_group(client, "Redactie")
    response = client.get(url("scan", consent(reference="2019-07", form=scan())))
    assert response.content == PDF
    assert response.headers["Content-Type"] == "application/pdf"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"] == 'attachment; filename="2019-07.pdf"'


def test_a_consent_without_a_scan_has_none(client):
    in_group(client, "Redactie")
    assert client.get(url("scan", consent()), follow=True).status_code == 404
    lost = consent(form=scan())
    lost.form.storage.delete(lost.form.name)
    assert client.get(url("scan", lost), follow=True).status_code == 404


def test_what_is_personal_is_unreadable_where_it_lies(client):
    in_group(client, "Redactie")
    client.post(add_url(), fields())
    one = Consent.objects.get()
    assert one.contact == "Sam, 06 - 1234 5678"
    assert "samira" not in one.form.name
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM magazine_consent")
        row = str(cursor.fetchall())
    assert "1234" not in row
    assert "samira" not in row
    with private_storage().open(one.form.name) as file:
        assert b"PDF" not in file.read()


@pytest.mark.parametrize("path", ["/media/{name}", "/documenten/1/{name}"])
def test_the_scan_has_no_public_address(client, settings, path):
    settings.SERVE_MEDIA = True
    one = consent(form=scan())
    assert client.get(path.format(name=one.form.name)).status_code == 404
    with pytest.raises(NotImplementedError):
        one.form.url  # noqa: B018


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("formulier.pdf", b"<html>"),
        ("formulier.exe", PDF),
        ("formulier.svg", SVG),
        ("foto.jpg", PDF),
        ("foto.png", photo("PNG", size=(300, 300)).getvalue()[:200]),
        ("groot.pdf", b"%PDF-1.7" + b"\0" * MOST_BYTES),
        ("zonder-einde", PDF),
    ],
)
def test_what_is_no_scan_is_told_at_the_field(client, name, content):
    in_group(client, "Redactie")
    response = client.post(add_url(), fields(form=scan(name, content)))
    assert response.status_code == 200
    form = response.context["form"]
    assert set(form.errors) == {"form"}
    assert form["contact"].value() == "Sam, 06 - 1234 5678"
    assert not Consent.objects.exists()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_of_the_form_is_fine(client, kind):
    in_group(client, "Redactie")
    upload = scan(f"foto.{kind.lower()}", photo(kind).getvalue())
    client.post(add_url(), fields(form=upload))
    with Consent.objects.get().form.open() as file, Image.open(file) as picture:
        assert picture.format == kind


def test_another_scan_takes_the_place_of_the_first(client, django_capture_on_commit_callbacks):
    in_group(client, "Redactie")
    one = consent(reference="2026-01", form=scan())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url("edit", one), fields())
    after = Consent.objects.get()
    assert after.form.name != one.form.name
    assert not private_storage().exists(one.form.name)
    assert private_storage().exists(after.form.name)


def test_a_scan_can_be_taken_out(client, django_capture_on_commit_callbacks):
    in_group(client, "Redactie")
    one = consent(reference="2026-01", form=scan())
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url("edit", one), fields(form="", **{"form-clear": "on"}))
    assert not Consent.objects.get().form
    assert not private_storage().exists(one.form.name)


def test_an_edit_keeps_the_scan_and_the_contact(client):
    in_group(client, "Redactie")
    one = consent(reference="2026-01", form=scan())
    one.contact = "sam@voorbeeld.example"
    one.save()
    page = client.get(url("edit", one)).content.decode()
    assert "sam@voorbeeld.example" in page
    assert url("scan", one) in page
    client.post(url("edit", one), fields(form="", contact="sam@voorbeeld.example"))
    after = Consent.objects.get()
    assert after.form.name == one.form.name
    assert after.contact == "sam@voorbeeld.example"


def test_the_list_shows_nothing_personal(client):
    in_group(client, "Redactie")
    one = consent(reference="2019-07")
    one.contact = "sam@voorbeeld.example"
    one.save()
    page = client.get(reverse("magazine_consents:index")).content.decode()
    assert "2019-07" in page
    assert "sam@" not in page


def test_the_list_costs_the_same_for_many(client, django_assert_max_num_queries):
    in_group(client, "Redactie")
    for number in range(6):
        portrait(f"p{number}")
    client.get(reverse("magazine_consents:index"))
    with django_assert_max_num_queries(25):
        client.get(reverse("magazine_consents:index"))


def test_before_withdrawing_the_editor_sees_what_goes_offline(client):
    live = publish(portrait(title="Zilverkwast"), council()[:3])
    in_group(client, "Redactie")
    response = client.get(url("withdraw", live.consent))
    assert "Zilverkwast" in response.content.decode()
    live.refresh_from_db()
    assert live.live


def test_before_withdrawing_the_editor_sees_which_pictures_stay(client):
    members, shared = council(), picture("groep.png")
    live = publish(portrait(cover_image=shared), members[:3])
    publish(story(title="Groepsfoto", cover_image=shared), members[:3])
    in_group(client, "Redactie")
    response = client.get(url("withdraw", live.consent))
    ((file, others),) = response.context["shown_elsewhere"]
    assert file == shared
    assert [one.title for one in others] == ["Groepsfoto"]


def test_withdrawing_is_one_click_and_a_yes(client):
    live = publish(portrait(), council()[:3])
    user = in_group(client, "Redactie")
    client.post(url("withdraw", live.consent))
    client.post(url("withdraw", live.consent))
    live.refresh_from_db()
    assert not live.live
    assert Consent.objects.get().withdrawn_on == TODAY
    history = client.get(url("history", live.consent)).content.decode()
    assert str(user) in history


def test_a_withdrawn_consent_stays_as_it_is(client):
    in_group(client, "Redactie")
    one = consent(reference="2026-01", withdrawn_on=TODAY)
    client.post(url("edit", one), fields(valid_until="2099-01-01", contact="ander"))
    after = Consent.objects.get()
    assert after.valid_until == one.valid_until
    assert after.withdrawn_on == TODAY
    assert after.contact == ""
    assert client.get(url("withdraw", one)).status_code == 302


def test_a_consent_that_a_portrait_uses_cannot_be_deleted(client):
    page = portrait()
    in_group(client, "Beheer")
    client.post(url("delete", page.consent))
    assert Consent.objects.filter(pk=page.consent.pk).exists()


def test_a_consent_that_only_an_old_version_used_can(client, django_capture_on_commit_callbacks):
    page = portrait(consent=consent(form=scan()))
    old = page.consent
    page.consent = consent()
    page.save()
    page.save_revision()
    in_group(client, "Beheer")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url("delete", old))
    assert not Consent.objects.filter(pk=old.pk).exists()
    assert not private_storage().exists(old.form.name)
    first = page.revisions.order_by("pk").first()
    assert first.as_object().consent is None


def test_redactie_deletes_none(client):
    one = consent()
    in_group(client, "Redactie")
    client.post(url("delete", one))
    assert Consent.objects.exists()


def test_the_last_day_comes_after_the_first(client):
    in_group(client, "Redactie")
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    response = client.post(add_url(), fields(valid_until=yesterday))
    assert set(response.context["form"].errors) == {"valid_until"}
