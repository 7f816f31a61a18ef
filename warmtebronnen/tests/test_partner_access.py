"""Who may come to the partner's desk: each kind of person at each of its addresses."""

from __future__ import annotations

import pytest

from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.desks import desks_of
from accounts.groups import GROUPS
from accounts.models import User
from warmtebronnen.desk.urls import urlpatterns
from warmtebronnen.models import Notice, PrivateAddress, Tending
from warmtebronnen.partners.tending import leave
from warmtebronnen.tests.factories import partner, place

pytestmark = pytest.mark.django_db

# Who holds a mailed link needs not sign in; its own tests see to it.
BY_LINK = {"confirm_by_link"}
NAMES = [one.name for one in urlpatterns if one.name not in BY_LINK]
PEOPLE = [*GROUPS, "superuser", "partner of another place", "nobody"]


@pytest.fixture
def home():
    return place(is_confidential=True)


def addresses(page):
    """Return each address of the desk about this place."""
    more = {"take_back": [page.pk, 1], "desk": []}
    return {name: reverse(f"partner:{name}", args=more.get(name, [page.pk])) for name in NAMES}


def person(kind, page):
    if kind == "superuser":
        return User.objects.create_superuser("baas@voorbeeld.example", "x")
    if kind == "partner of another place":
        return partner("ander", place("elders"))
    user = User.objects.create_user("iemand@voorbeeld.example", "x")
    user.groups.set(Group.objects.filter(name=kind))
    return user


@pytest.mark.parametrize("kind", PEOPLE)
def test_who_does_not_tend_the_place_comes_nowhere_near_it(client, home, kind):
    if kind != "nobody":
        client.force_login(person(kind, home))
    for name, address in addresses(home).items():
        for ask in (client.get, client.post):
            response = ask(address)
            expected = 302 if kind == "nobody" else 403
            if name == "desk" and kind == "partner of another place":
                expected = 200 if ask == client.get else 405
            assert response.status_code == expected, (name, kind)
            if kind == "nobody":
                assert response.headers["Location"] == f"/inloggen/?next={address}"
    assert not Notice.objects.exists()
    assert not PrivateAddress.objects.exists()


def test_who_tends_a_place_lands_at_the_desk_and_sees_that_place_only(client, home):
    place("elders", title="Elders")
    tender = partner("petra", home)
    client.force_login(tender)
    assert [one.url_name for one in desks_of(tender)] == ["partner:desk"]
    page = client.get(reverse("partner:desk"))
    assert home.title in page.content.decode()
    assert "Elders" not in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get(reverse("partner:place", args=[home.pk])).status_code == 200


def test_who_leaves_has_no_way_in_from_that_moment_also_by_an_open_form(client, home):
    tender = partner("petra", home)
    client.force_login(tender)
    assert client.get(reverse("partner:place", args=[home.pk])).status_code == 200
    leave(Tending.objects.get(user=tender))
    for address in addresses(home).values():
        assert client.post(address, {"text": "Dicht"}).status_code == 403
    assert not Notice.objects.exists()
    assert not tender.groups.exists()


def test_who_still_tends_another_place_keeps_the_desk(home):
    tender = partner("petra", home, place("elders"))
    leave(Tending.objects.filter(user=tender).first())
    assert [one.name for one in tender.groups.all()] == ["Partners"]


def test_a_list_of_many_places_costs_as_much_as_one(client, home):
    tender = partner("petra", home)
    client.force_login(tender)
    client.get(reverse("partner:desk"))

    def cost():
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("partner:desk"))
        return len(asked)

    one = cost()
    for number in range(5):
        Tending.objects.create(user=tender, place=place(f"plek-{number}"))
    assert cost() == one
