"""Methods, snapshots and releases in the admin: who may, and what each way leads to."""

from __future__ import annotations

import pytest

from django.test import Client
from django.urls import reverse
from django.utils.functional import Promise

from accounts.models import User
from accounts.tests.factories import person
from challenge.models import Method, Release, Ruling, Snapshot
from challenge.publication.viewsets import SnapshotViewSet
from challenge.tests.whole import RELEASED, STATEMENT, on_the_eve
from redactieraad.tests.factories import approve, council

pytestmark = pytest.mark.django_db

SNAPSHOTS = "challenge_snapshots"
TEAM = ("Programmateam", "Beheer")
OTHERS = ("Redactie", "Vertalers", "Redactieraad", "Partners", "Journalist")


@pytest.fixture
def eve():
    return on_the_eve()


def signed_in(group):
    client = Client()
    client.force_login(person(group))
    return client


def of(model, view, *args):
    return reverse(f"wagtailsnippets_challenge_{model}:{view}", args=args)


def method_fields(**fields):
    weights = {f"weight_{fact}": "1" for fact in Method().weights}
    return {"version": "1", "words": "Elk feit telt even zwaar."} | weights | fields


def test_the_team_makes_a_method_and_the_redactieraad_lets_it_appear():
    client, members = signed_in("Programmateam"), council()
    client.post(of("method", "add"), method_fields() | {"action-submit": "1"})
    method = Method.objects.get()
    assert not method.live
    preview = client.get(of("method", "revisions_view", method.pk, method.latest_revision_id))
    assert "Elk feit telt even zwaar." in preview.content.decode()
    assert preview.content.decode().count("1/5") == 5
    approve(method.current_workflow_task_state, members[:3])
    method.refresh_from_db()
    assert method.live


@pytest.mark.parametrize(
    "fields",
    [
        {f"weight_{fact}": "0" for fact in Method().weights},
        {"weight_week": "-1"},
        {"weight_week": "1/0"},
        {"weight_week": "0,5"},
    ],
)
def test_weights_that_cannot_be_are_refused_at_their_field(fields):
    answer = signed_in("Programmateam").post(of("method", "add"), method_fields(**fields))
    assert any(name.startswith("weight_") for name in answer.context["form"].errors)
    assert not Method.objects.exists()


def test_a_snapshot_is_made_with_a_reason_and_never_changed(eve):
    client, first = signed_in("Programmateam"), Snapshot.objects.get()
    add = reverse(f"{SNAPSHOTS}:add")
    filled_in = {"campaign": eve.campaign.pk, "reason": "Een correctie"}
    refused = client.post(add, filled_in)
    assert refused.context["form"].non_field_errors()
    kept = eve.campaign.invitees.exclude(week__closed_at=None).get()
    Ruling.objects.create(invitee=kept, fact="within", value=False, reason="Bon")
    assert client.post(add, filled_in).status_code == 302
    second = Snapshot.objects.get(number=2)
    assert (second.reason, second.previous_digest) == ("Een correctie", first.digest)
    assert second.made_by == User.objects.get(pk=client.session["_auth_user_id"])
    listed = client.get(reverse(f"{SNAPSHOTS}:index"))
    assert list(listed.context["object_list"]) == [second, first]
    assert client.get(reverse(f"{SNAPSHOTS}:inspect", args=[second.pk])).status_code == 200
    boss = Client()
    boss.force_login(User.objects.create_superuser("baas@voorbeeld.example", "x"))
    for view in ("edit", "delete"):
        address = reverse(f"{SNAPSHOTS}:{view}", args=[second.pk])
        assert boss.post(address, filled_in).status_code in {302, 403}
    assert Snapshot.objects.get(number=2).content == second.content
    # A release of the older one is refused before anybody is asked.
    change = {"campaign": eve.campaign.pk, "snapshot": first.pk, "introduction": "Anders"}
    edit = of("release", "edit", eve.release.pk)
    answer = client.post(edit, change | {"action-submit": "1"})
    assert "snapshot" in answer.context["form"].errors


def test_a_release_is_previewed_as_readers_will_see_it_and_published_by_nobody(eve):
    client = signed_in("Programmateam")
    release = eve.release
    view = of("release", "revisions_view", release.pk, release.latest_revision_id)
    preview = client.get(view).content.decode()
    for shown in (RELEASED, STATEMENT, eve.names[0], Snapshot.objects.get().digest):
        assert shown in preview
    assert 'id="league"' not in preview
    release.shows_league = True
    revision = release.save_revision()
    view = of("release", "revisions_view", release.pk, revision.pk)
    assert 'id="league"' in client.get(view).content.decode()
    fields = {
        "campaign": eve.campaign.pk,
        "snapshot": Snapshot.objects.get().pk,
        "introduction": "Anders",
        "action-publish": "1",
    }
    client.post(of("release", "edit", release.pk), fields)
    assert not Release.objects.get().live


def test_only_the_team_and_who_runs_the_site_see_any_of_it(eve):
    release, snapshot = Release.objects.get(), Snapshot.objects.get()
    addresses = [
        of("method", "list"),
        of("release", "list"),
        of("release", "edit", release.pk),
        of("release", "history", release.pk),
        of("release", "revisions_view", release.pk, release.latest_revision_id),
        reverse(f"{SNAPSHOTS}:index"),
        reverse(f"{SNAPSHOTS}:add"),
        reverse(f"{SNAPSHOTS}:inspect", args=[snapshot.pk]),
    ]
    for group in TEAM:
        client = signed_in(group)
        assert {client.get(address).status_code for address in addresses} == {200}, group
    for group in OTHERS:
        client = signed_in(group)
        for address in addresses:
            answer = client.get(address, follow=True)
            page = answer.content.decode()
            assert answer.redirect_chain or answer.status_code in {403, 404}, (group, address)
            assert not any(name in page for name in (*eve.names, RELEASED)), (group, address)


def test_all_that_is_shown_of_a_snapshot_has_a_label_in_every_language():
    # Django makes a label in English of a field's name where it was given none.
    shown = {*SnapshotViewSet.inspect_view_fields, "made_by"}
    labels = {name: Snapshot._meta.get_field(name).verbose_name for name in shown}
    assert [name for name, label in labels.items() if not isinstance(label, Promise)] == []
