"""The admin for partners: the pages of their places, and nothing of anybody else's."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.adapter import AccountAdapter
from accounts.models import User
from accounts.tests.factories import person
from redactieraad.models import RedactieraadTaskState
from warmtebronnen.desk.editing import newest
from warmtebronnen.models import Tending, WarmtebronPage
from warmtebronnen.partners.tending import leave
from warmtebronnen.tests.factories import partner, place, public_place

pytestmark = pytest.mark.django_db

REPORTS = [
    "site-history",
    "workflow",
    "workflow_tasks",
    "locked",
    "aging-pages",
    "page-types-usage",
]


@pytest.fixture
def home():
    return public_place(title="Van mij")


@pytest.fixture
def other():
    return place("elders", title="Van een ander")


@pytest.fixture
def petra(home, other, client):
    user = partner("petra", home)
    client.force_login(user)
    return user


def edit(page, more=""):
    return f"/beheer/pages/{page.pk}/{more}"


def opens(client, address):
    response = client.get(address)
    refused = response.status_code in {403, 404} or response.headers.get("location") == "/beheer/"
    return not refused


def may(page, user):
    """Return what somebody may do with a page, afresh."""
    return WarmtebronPage.objects.get(pk=page.pk).permissions_for_user(User.objects.get(pk=user.pk))


@pytest.mark.usefixtures("petra")
def test_the_first_page_of_the_admin_counts_no_pages_of_others(client, admin_client):
    def counted(browser):
        return BeautifulSoup(browser.get("/beheer/").content, "html.parser").select(".w-summary li")

    assert counted(admin_client)
    assert not counted(client)


def test_a_partner_edits_their_own_page_and_sees_no_other(client, home, other, petra):
    assert opens(client, edit(home, "edit/"))
    for more in ("edit/", "history/", "usage/", "workflow_history/", "view_draft/"):
        assert not opens(client, edit(other, more)), more
    parent = home.get_parent()
    assert not opens(client, edit(parent, "edit/"))
    for name in REPORTS:
        assert not opens(client, f"/beheer/reports/{name}/")
    ours = (
        "/beheer/pages/",
        "/beheer/pages/usage/warmtebronnen/warmtebronpage/",
        "/beheer/redactieraad/",
        "/beheer/",
        "/beheer/api/main/pages/?search=ander",
        "/beheer/choose-page/search/?q=ander",
    )
    for address in (edit(home), edit(parent), *ours):
        shown = client.get(address, follow=True).content.decode()
        assert "Van een ander" not in shown, address
    assert "/beheer/reports/" not in client.get("/beheer/").content.decode()
    found = client.get("/beheer/pages/search/", {"q": "Van een ander"}).content.decode()
    assert edit(other, "edit/") not in found
    choosing = client.get("/beheer/choose-page/", {"page_type": "wagtailcore.page"})
    assert "Van een ander" not in choosing.content.decode()


def test_a_partner_adds_deletes_moves_copies_and_publishes_nothing(client, home, other, petra):
    draft = place("concept")
    Tending.objects.create(user=petra, place=draft)
    for page in (home, draft):
        rights = may(page, petra)
        assert rights.can_edit()
        assert rights.can_submit_for_moderation()
        for action in ("delete", "move", "copy", "publish", "unpublish", "lock", "unlock"):
            assert not getattr(rights, f"can_{action}")(), action
        for more in ("delete/", "move/", "copy/", "unpublish/", "privacy/"):
            client.post(edit(page, more))
        assert not opens(client, f"/beheer/pages/add/warmtebronnen/warmtebronpage/{page.pk}/")
    client.post(f"/beheer/bulk/wagtailcore/page/delete/?id={draft.pk}")
    assert Page.objects.filter(pk__in=[home.pk, draft.pk]).count() == 2
    assert not opens(
        client, f"/beheer/pages/add/warmtebronnen/warmtebronpage/{home.get_parent().pk}/"
    )


def test_who_leaves_has_no_page_in_the_admin_from_that_moment(client, home, petra):
    leave(Tending.objects.get(user=petra))
    assert not opens(client, edit(home, "edit/"))
    assert not may(home, petra).can_edit()


def test_groups_keep_what_they_may_do(home, petra):
    assert may(home, person("Redactie")).can_copy()
    assert may(home, person("Beheer")).can_edit()
    redactie = person("Redactie")
    Tending.objects.create(user=redactie, place=home)
    assert may(home, redactie).can_copy()
    assert not may(home, person("Journalist")).can_edit()


def test_many_partners_cost_no_more_than_one(client, home, other, petra):
    client.get(edit(home, "edit/"))

    def cost():
        with CaptureQueriesContext(connection) as asked:
            client.get(edit(home, "edit/"))
        return len(asked)

    one = cost()
    users = User.objects.bulk_create(
        User(email=f"buur{number}@voorbeeld.example") for number in range(250)
    )
    Tending.objects.bulk_create(Tending(user=user, place=other) for user in users)
    assert cost() == one
    policy = policy_registry.get_by_type(Page)
    assert list(policy.users_with_permission_for_instance("change", home)) == [petra]


def test_a_partner_still_signs_in_by_link_and_lands_at_the_desk(client, rf, petra):
    client.logout()
    client.post("/inloggen/link/", {"email": petra.email})
    link = next(word for word in mail.outbox[0].body.split() if "/inloggen/link/" in word)
    client.post("/" + link.split("/", 3)[3])
    request = rf.get("/inloggen/")
    request.user = petra
    assert AccountAdapter(request).get_login_redirect_url(request) == "/partner/"
    assert client.get("/partner/").status_code == 200
    # A session by link is no way into the admin.
    assert client.get("/beheer/").headers["Location"].startswith("/inloggen/")


def form_at(client, address):
    """Return what the editor would send, as a browser without scripts would."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    sent = {}
    for one in page.select_one("#page-edit-form").select("input[name], textarea, select"):
        if one.get("type") in {"checkbox", "radio"}:
            if one.has_attr("checked"):
                sent.setdefault(one["name"], []).append(one.get("value", "on"))
        elif one.name == "select":
            sent[one["name"]] = [two["value"] for two in one.select("[selected]")] or ""
        else:
            sent[one["name"]] = one.get("value", "") if one.name == "input" else one.text.strip()
    return sent | {"body-count": "0", "photos-TOTAL_FORMS": "0", "comments-TOTAL_FORMS": "0"}


def test_what_a_partner_submits_in_the_admin_waits_for_the_redactieraad(client, home, petra):
    address = edit(home, "edit/")
    sent = form_at(client, address) | {"for_whom": "Vrouwen", "action-submit": "1"}
    client.post(address, sent | {"action-publish": "1"})
    state = RedactieraadTaskState.objects.get(status="in_progress")
    assert state.workflow_state.requested_by == petra
    assert newest(home).for_whom == "Vrouwen"
    home.refresh_from_db()
    assert home.for_whom == ""
