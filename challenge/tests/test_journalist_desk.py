"""Who may read the answers, that reading changes nothing, and what nobody reads."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from accounts.adapter import AccountAdapter
from accounts.groups import GROUPS
from challenge import models
from challenge.journalist import urls
from challenge.journalist.forms.filters import FilterForm
from challenge.journalist.shared import members
from challenge.tests import factories
from challenge.tests.desk import NEVER, account, addresses, told
from challenge.vocabulary import Audience, Choice

pytestmark = pytest.mark.django_db

READERS = {"Journalist", "Beheer", "superuser"}


@pytest.fixture
def found():
    return told()


@pytest.fixture
def reader(client):
    client.force_login(account("Journalist"))
    # The first page of all makes the settings of the organisation, which every page shows.
    client.get("/nl/")
    return client


@pytest.mark.parametrize("kind", [*GROUPS, "superuser", "nobody"])
def test_each_kind_of_person_at_each_address(client, found, kind):
    client.force_login(account(kind))
    statuses = {client.get(url).status_code for url in addresses(found).values()}
    assert statuses == ({200} if kind in READERS else {403})


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(client, found):
    for url in addresses(found).values():
        response = client.get(url)
        assert response.status_code == 302
        assert response.headers["Location"] == f"/inloggen/?next={url}"


def test_a_journalist_lands_on_the_desk_after_signing_in(rf):
    request = rf.get("/inloggen/")
    request.user = account("Journalist")
    assert AccountAdapter(request).get_login_redirect_url(request) == reverse("journalist:desk")


def test_who_left_the_group_has_no_way_in_any_more(client, found):
    user = account("Journalist")
    client.force_login(user)
    user.groups.clear()
    assert client.get(reverse("journalist:desk")).status_code == 403


def test_every_address_is_one_of_those_that_are_looked_at(found):
    names = {name.split()[0] for name in addresses(found)} - {"presentation_file"}
    shown = {"export" if "." in name else name for name in names} | {"photo", "presentation_file"}
    assert {one.name for one in urls.urlpatterns} == shown


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_sent_to_any_address(found, method):
    # As a browser would: without a token that makes a form pass.
    client = Client(enforce_csrf_checks=True)
    client.force_login(account("Journalist"))
    photo = reverse("journalist:photo", args=[found.campaign.slug, found.entry.key])
    for url in (*addresses(found).values(), photo):
        assert getattr(client, method)(url).status_code == 405


def test_reading_writes_nothing_and_is_kept_by_nobody(reader, found):
    for url in addresses(found).values():
        with CaptureQueriesContext(connection) as asked:
            response = reader.get(url)
        words = {query["sql"].split()[0].strip("(").upper() for query in asked}
        assert words <= {"SELECT"}, (url, words)
        assert "no-store" in response.headers["Cache-Control"]
        assert "noindex" in response.headers["X-Robots-Tag"]


def bytes_of(response):
    """Return what can be read in an answer, also inside a spreadsheet."""
    content = b"".join(response) if response.streaming else response.content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            content = b"".join(parts.read(name) for name in parts.namelist())
    return content.decode()


def test_what_is_private_is_in_no_byte_of_any_page_or_file(reader, found):
    # What tells its number: the amount of each, 14 in all for who shared nothing.
    secrets = (*NEVER, "73,31", "7331", "73.31", "entry-made")
    for name, url in addresses(found).items():
        shown = bytes_of(reader.get(url))
        assert [one for one in secrets if one in shown] == [], name


def test_one_who_shared_nothing_looks_as_one_who_wrote_nothing(reader, found):
    """The same bytes, whether there are private entries or none at all."""
    url = addresses(found)["member closed"]
    before = bytes_of(reader.get(url))
    factories.EntryFactory.create_batch(3, week=found.closed.week)
    assert bytes_of(reader.get(url)) == before
    for name in ("logbooks", "changes", "wijzigingen.csv", "logboeken.csv"):
        shown = bytes_of(reader.get(addresses(found)[name]))
        factories.EntryFactory(week=found.closed.week, words="Distelprive")
        assert bytes_of(reader.get(addresses(found)[name])) == shown


def test_what_was_shared_is_there(reader, found):
    member = bytes_of(reader.get(addresses(found)["member open"]))
    for words in ("eerst", "ja", "soep", "stop", "verklaring", "correctie", "papier"):
        assert f"Klaproos {words}" in member
    assert "Korenbloem ja" in bytes_of(reader.get(addresses(found)["answers"]))


def test_notes_are_shown_but_for_those_that_hold_an_address(reader, found):
    for name in ("contacts", "member silent"):
        shown = bytes_of(reader.get(addresses(found)[name]))
        assert "Belt terug na het reces" in shown
        assert "Beter via" not in shown


def test_a_photo_is_shown_as_long_as_its_entry_is_shared(reader, found):
    from django.core.files.base import ContentFile  # noqa: PLC0415

    entry = found.entry
    entry.photo.save("foto.jpg", ContentFile(b"\xff\xd8\xff\xd9"))
    url = reverse("journalist:photo", args=[found.campaign.slug, entry.key])
    assert reader.get(url).status_code == 200
    other = factories.CampaignFactory()
    assert reader.get(reverse("journalist:photo", args=[other.slug, entry.key])).status_code == 404
    entry.audience = Audience.PRIVATE
    entry.save()
    assert reader.get(url).status_code == 404


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ({}, ["open", "closed", "silent"]),
        ({"uitkomst": "accept"}, ["open", "closed"]),
        ({"uitkomst": "no"}, []),
        ({"uitkomst": "none"}, ["silent"]),
        ({"uitkomst": "bogus"}, ["open", "closed", "silent"]),
        ({"logboek": "on"}, ["open"]),
        ({"woorden": "on"}, ["open"]),
        ({"sinds": "2025-09-03"}, ["open", "closed", "silent"]),
        ({"sinds": "2999-01-01"}, []),
        ({"sinds": "geen dag"}, ["open", "closed", "silent"]),
        ({"logboek": "on", "uitkomst": "none"}, []),
    ],
)
def test_lists_are_narrowed_down_by_their_address(reader, found, asked, who):
    response = reader.get(addresses(found)["answers"], asked)
    shown = {one.invitee.pk for one in response.context["responses"]}
    assert shown == {getattr(found, name).pk for name in who}


def test_lists_are_narrowed_down_to_a_party(reader, found):
    response = reader.get(addresses(found)["contacts"], {"partij": found.silent.party.slug})
    assert len(response.context["items"]) == 3
    response = reader.get(addresses(found)["contacts"], {"partij": found.open.party.slug})
    assert len(response.context["items"]) == 0


def test_a_private_change_is_no_change(found):
    """'Changed since' would tell that somebody wrote, if private entries counted."""
    late = factories.NOW.replace(year=2030)
    factories.EntryFactory(week=found.closed.week, changed_at=late, made_at=late)
    form = FilterForm({"sinds": "2029-01-01"}, found.campaign)
    assert list(members(found.campaign, form.asked)) == []
    models.Entry.objects.filter(pk=found.entry.pk).update(changed_at=late)
    assert list(members(found.campaign, form.asked)) == [found.open]


def test_a_list_of_many_asks_as_often_as_a_list_of_few(reader, found):
    def asked(name):
        with CaptureQueriesContext(connection) as queries:
            assert reader.get(addresses(found)[name]).status_code == 200
        return len(queries)

    names = ("answers", "logbooks", "contacts", "statements", "changes")
    few = [asked(name) for name in names]
    for invitee in factories.InviteeFactory.create_batch(12, campaign=found.campaign):
        models.Answer.objects.create(invitee=invitee, number=1, choice=Choice.NO)
        models.Contact.objects.create(invitee=invitee, channel="mail", result="sent")
        models.Statement.objects.create(invitee=invitee, words="Kort")
    assert [asked(name) for name in names] == few


def test_only_the_changes_of_one_page_are_read_and_the_database_orders_them(reader, found):
    many = [
        models.Happening(
            campaign=found.campaign,
            invitee=found.open,
            kind="invited",
            happened_at=factories.NOW + dt.timedelta(hours=number // 2),
        )
        for number in range(120)
    ]
    models.Happening.objects.bulk_create(many)
    address, pages = addresses(found)["changes"], []
    for number in ("1", "2", "3"):
        with CaptureQueriesContext(connection) as asked:
            page = reader.get(address, {"pagina": number}).context["items"]
        pages.append(list(page))
        unions = [one["sql"] for one in asked if one["sql"].count("UNION ALL") > 10]
        _counted, read = unions
        assert f" LIMIT {len(page)}" in read
        # No locked words, of members or of the team.
        assert not [one for one in unions if '"words"' in one or '"note"' in one]
    assert [len(one) for one in pages[:2]] == [50, 50]
    assert page.paginator.num_pages == len(pages)
    lines = [line for one in pages for line in one]
    assert page.paginator.count == len(lines)
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    exported = bytes_of(reader.get(addresses(found)["wijzigingen.csv"]))
    assert exported.count("\n") == len(lines) + 1


def test_a_campaign_or_a_member_that_does_not_exist(reader, found):
    elsewhere = factories.InviteeFactory()
    key = elsewhere.member.uuid
    assert reader.get(reverse("journalist:answers", args=["bestaat-niet"])).status_code == 404
    url = reverse("journalist:member", args=[found.campaign.slug, key])
    assert reader.get(url).status_code == 404
    url = reverse("journalist:export", args=[found.campaign.slug, "geheim", "csv"])
    assert reader.get(url).status_code == 404
    assert get_resolver().resolve(url).view_name == "journalist:export"
