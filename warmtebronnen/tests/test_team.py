"""The team's side: inviting and removing partners, answering reports, the work list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from django.core import mail
from django.urls import reverse
from django.utils import timezone

from wagtail.log_actions import registry

from accounts.models import User
from accounts.tests.factories import person
from warmtebronnen.models import Confirmation, PrivateAddress, Report, Tending, WarmtebronPage
from warmtebronnen.team.confidential_addresses import READ
from warmtebronnen.team.worklist import FILTERS, NEVER, unconfirmed
from warmtebronnen.tests.factories import partner, place, public_place

pytestmark = pytest.mark.django_db

INVITE = "/beheer/partners/new/"
LIST = "/beheer/warmtebronnen/nakijken/"


def invite(client, page, email="Petra@Voorbeeld.example", **more):
    return client.post(INVITE, {"place": page.pk, "email": email, "language": "tr"} | more)


def test_beheer_invites_somebody_who_comes_in_by_the_mail_and_is_removed_again(client):
    page = place()
    client.force_login(person("Beheer"))
    assert invite(client, page, first_name="Petra").status_code == 302
    tending = Tending.objects.get()
    assert tending.user.email == "petra@voorbeeld.example"
    assert not tending.user.has_usable_password()
    assert [one.name for one in tending.user.groups.all()] == ["Partners"]
    (letter,) = mail.outbox
    assert letter.to == ["petra@voorbeeld.example"]
    assert "petra" not in letter.subject.lower()
    link = next(word for word in letter.body.split() if "/inloggen/link/" in word)
    path = "/" + link.split("/", 3)[3]
    client.logout()
    assert client.post(path).headers["Location"] == reverse("partner:desk")
    assert client.get(reverse("partner:place", args=[page.pk])).status_code == 200
    client.force_login(User.objects.get(groups__name="Beheer"))
    client.post(f"/beheer/partners/delete/{tending.pk}/")
    assert not Tending.objects.exists()
    client.force_login(tending.user)
    assert client.get(reverse("partner:place", args=[page.pk])).status_code == 403


def test_who_has_an_account_keeps_it_and_nobody_is_invited_twice(client):
    first, second = place(), place("elders")
    petra = partner("petra", first)
    petra.set_password("geheim-genoeg")
    petra.save()
    client.force_login(person("Beheer"))
    assert invite(client, second, petra.email.upper(), first_name="Anders").status_code == 302
    petra.refresh_from_db()
    assert (petra.first_name, petra.has_usable_password()) == ("petra", True)
    assert petra.tendings.count() == 2
    again = invite(client, second, petra.email)
    assert again.status_code == 200
    assert list(again.context["form"].errors) == ["email"]
    assert petra.tendings.count() == 2


def test_an_account_that_was_closed_is_not_opened_by_an_invitation(client):
    User.objects.create_user("weg@voorbeeld.example", "x", is_active=False)
    client.force_login(person("Beheer"))
    answer = invite(client, place(), "weg@voorbeeld.example")
    assert list(answer.context["form"].errors) == ["email"]
    assert not Tending.objects.exists()


@pytest.mark.parametrize("name", ["Redactie", "Programmateam", "Vertalers", "Partners"])
def test_nobody_but_beheer_invites_or_removes(client, name):
    page = place()
    tending = Tending.objects.create(user=person("Journalist"), place=page)
    client.force_login(person(name))
    invite(client, page)
    client.post(f"/beheer/partners/delete/{tending.pk}/")
    assert list(Tending.objects.all()) == [tending]


def test_the_team_answers_a_report_which_nobody_adds_or_deletes(client):
    report = Report.objects.create(place=place(), text="Ze zijn dicht", language="nl")
    other = Report.objects.create(place=report.place, text="Ander nummer", language="tr")
    redactie = person("Redactie")
    client.force_login(redactie)
    address = f"/beheer/meldingen/edit/{report.pk}/"
    assert "Ze zijn dicht" in client.get(address).content.decode()
    assert client.post(address, {"answer": ""}).status_code == 200
    client.post(address, {"answer": "Gebeld en gewijzigd"})
    report.refresh_from_db()
    assert (report.answer, report.answered_by) == ("Gebeld en gewijzigd", redactie)
    for value, expected in (("no", [other]), ("yes", [report]), ("", [other, report])):
        shown = client.get(f"/beheer/meldingen/?answered={value}").context["object_list"]
        assert list(shown) == expected
    client.force_login(User.objects.create_superuser("baas@voorbeeld.example", "x"))
    assert client.get("/beheer/meldingen/new/").status_code == 302
    client.post(f"/beheer/meldingen/delete/{report.pk}/")
    assert Report.objects.count() == 2


def aged(slug, days):
    page = public_place(slug)
    moment = timezone.now() - timedelta(days=days)
    WarmtebronPage.objects.filter(pk=page.pk).update(first_published_at=moment)
    return page


def test_the_work_list_holds_what_nobody_found_right_for_long(client):
    sunk, stale = aged("lang", 200), aged("poos", 130)
    aged("pas", 10)
    place("concept")
    confirmed = aged("oud", 400)
    Confirmation.objects.create(
        place=confirmed, by="place", confirmed_at=timezone.now() - timedelta(days=125)
    )
    found = {kind: [page.slug for page in unconfirmed(kind)] for kind in FILTERS}
    assert found == {
        "": ["lang", "poos", "oud"],
        "stale": ["poos", "oud"],
        "sunk": ["lang"],
        NEVER: ["lang", "poos", "pas"],
    }
    client.force_login(person("Programmateam"))
    assert f'href="{LIST}"' in client.get("/beheer/").content.decode()
    for kind in (*FILTERS, "nonsense"):
        assert client.get(LIST, {"stand": kind, "p": "x"}).status_code == 200
    client.post(LIST, {"place": sunk.pk})
    assert Confirmation.objects.get(place=sunk).by == Confirmation.By.TEAM
    assert [page.slug for page in unconfirmed()] == ["poos", "oud"]
    for wrong in ("", "x", "999999", str(stale.pk) + "0"):
        client.post(LIST, {"place": wrong})
    assert Confirmation.objects.count() == 2


@pytest.mark.parametrize("name", ["Vertalers", "Partners", "Redactieraad", "Journalist"])
def test_who_does_not_work_on_places_finds_none_right(client, name):
    page = aged("lang", 200)
    client.force_login(person(name))
    assert client.post(LIST, {"place": page.pk}).status_code in {302, 403}
    assert not Confirmation.objects.exists()


def test_beheer_reads_a_confidential_address_by_a_button_which_is_logged(client):
    page = place(is_confidential=True, title="Een vrouwenhuis")
    kept = PrivateAddress(place=page)
    kept.set_address("Geheimstraat 1")
    kept.save()
    there = "/beheer/warmtebronnen/adressen/"
    for name in ("Redactie", "Programmateam", "Partners"):
        client.force_login(person(name))
        assert "Geheimstraat" not in client.post(there, {"place": page.pk}).content.decode()
    assert not registry.get_logs_for_instance(page).filter(action=READ).exists()
    beheer = person("Beheer")
    client.force_login(beheer)
    shown = client.get(there)
    assert page.title in shown.content.decode()
    assert "Geheimstraat" not in shown.content.decode()
    shown = client.post(there, {"place": page.pk})
    assert "Geheimstraat 1" in shown.content.decode()
    assert "no-store" in shown.headers["Cache-Control"]
    assert registry.get_logs_for_instance(page).get(action=READ).user == beheer
    client.post(there, {"place": "9" * 30})
