"""Nothing of a result is public before the launch, in any form; from it on all of it is."""

from __future__ import annotations

import datetime as dt
from types import ModuleType

import pytest

from django.http import HttpResponse
from django.test import Client, TestCase
from django.urls import path

from challenge.models import Answer, Entry, Guest, Release, Snapshot, Statement
from challenge.public import routes
from challenge.publication.snapshots import make
from challenge.tests.whole import ENTRY, GUEST, NEVER, REPORT, SECRETS, STATEMENT
from challenge.vocabulary import Audience, Choice
from redactieraad.tests.factories import publish
from tests.embargo.addresses import values_of
from tests.embargo.conftest import probe
from tests.embargo.probing import NOT_FOUND, OK, as_said, ask, ask_all, leaks
from warmrotterdam import urls

# Who sits in the council is no result: it is public whoever answers what.
NAMES_ALONE = "/data/popolo/"


def secrets(whole):
    """Return what nobody may find before the launch: words, and the mark of the snapshot."""
    return [*SECRETS, Snapshot.objects.get(campaign=whole.campaign).digest]


def found_in(whole, answers):
    """Return where something stands that nobody may read yet."""
    named = {url: one for url, one in answers.items() if not url.startswith(NAMES_ALONE)}
    return leaks(answers, secrets(whole)) | leaks(named, whole.names)


def launch(whole):
    """Launch, and let everything hear of it that hears of commits."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        whole.launch()


def test_before_the_launch_nothing_and_from_it_on_all(eve, before):
    assert found_in(eve, before) == {}
    launch(eve)
    after = probe(eve)
    everything = b"".join(answer.text for answer in after.values())
    missing = [one for one in (*secrets(eve), *eve.names) if one.encode() not in everything]
    assert missing == []
    assert leaks(after, NEVER) == {}
    appeared = {url for url, one in after.items() if one.status == OK} - {
        url for url, one in before.items() if one.status == OK
    }
    for place in routes.FROM_THE_LAUNCH:
        assert f"{eve.url}{place}" in appeared
        assert before[f"{eve.url}{place}"].status == NOT_FOUND
    for party in values_of(eve)["party"]:
        assert f"{eve.url}{routes.INDEX}{party}/" in appeared
    files = {url for url in appeared if url.startswith("/data/index/")}
    assert any(url.endswith(".csv") for url in files)
    assert any(url.endswith(".json") for url in files)
    for part in ("/deelbeeld/", "/foto/", "/verslag/"):
        assert any(part in url for url in appeared)
    assert eve.report.get_url().encode() in after["/sitemap-nl.xml"].text
    assert REPORT.encode() in after[f"/nl/zoeken/?q={REPORT}"].text


def test_a_result_changes_no_public_byte_before_the_launch(eve, before):
    """Counts and places leak in no form: other answers give the same pages."""
    for invitee in eve.campaign.invitees.all():
        Answer.objects.create(
            invitee=invitee,
            number=9,
            choice=Choice.NONSENSE,
            words="Iets anders",
            audience=Audience.PUBLIC,
            given_at=eve.campaign.answers_until - dt.timedelta(hours=1),
        )
        Statement.objects.create(invitee=invitee, words="Nog iets anders")
    for entry in Entry.objects.all():
        entry.words, entry.cents, entry.audience = "Iets", 4900, Audience.PUBLIC
        entry.save()
    Guest.objects.all().delete()
    eve.report.title = "Een heel ander verslag"
    eve.report.save_revision()
    after = ask_all(Client(), before)
    assert [url for url in before if as_said(before[url]) != as_said(after[url])] == []


def test_nothing_is_kept_over_the_launch(eve):
    reader = Client()
    kept = reader.get(eve.url)
    assert reader.get(eve.url).headers["ETag"] == kept.headers["ETag"]
    for place in routes.FROM_THE_LAUNCH:
        assert "public" not in reader.get(f"{eve.url}{place}").headers["Cache-Control"]
    launch(eve)
    answer = reader.get(eve.url, headers={"If-None-Match": kept.headers["ETag"]})
    assert answer.status_code == OK
    for place in ("", *routes.FROM_THE_LAUNCH):
        assert ask(reader, f"{eve.url}{place}").status == OK
    front = reader.get(eve.page.get_parent().get_url()).content
    assert STATEMENT.encode() in reader.get(f"{eve.url}{routes.ANSWERS}").content
    assert eve.page.title.encode() in front


def test_no_cache_between_keeps_a_page_past_the_moment_of_the_launch(eve):
    eve.campaign.launch_at = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=90)
    eve.campaign.save()
    said = Client().get(eve.url).headers["Cache-Control"]
    seconds = [int(part.partition("=")[2]) for part in said.split(",") if "=" in part]
    assert sum(seconds) <= 90


def test_after_the_launch_pages_change_with_what_they_show(eve):
    launch(eve)
    reader = Client()
    places = [f"{eve.url}{place}" for place in ("", *routes.FROM_THE_LAUNCH)]
    assert all(ask(reader, url).status == OK for url in places)
    with TestCase.captureOnCommitCallbacks(execute=True):
        for entry in Entry.objects.filter(words__isnull=False):
            entry.removed_at = dt.datetime.now(dt.UTC)
            entry.save()
        Guest.objects.all().delete()
    assert leaks(ask_all(reader, places), [ENTRY, GUEST]) == {}
    invitee = eve.campaign.invitees.get(statements__words=STATEMENT)
    with TestCase.captureOnCommitCallbacks(execute=True):
        Statement.objects.create(invitee=invitee, words="Zonnebloem opnieuw")
        eve.release.snapshot = make(eve.campaign, reason="Een andere verklaring.")
        eve.release.save_revision()
        publish(eve.release, eve.council)
    after = ask_all(reader, places)
    assert leaks(after, [STATEMENT]) == {}
    said = leaks(after, ["Zonnebloem opnieuw", "Een andere verklaring."])
    assert set(said) == {places[0], places[1], places[3]}


def leaking(request):
    """Tell what it may not."""
    return HttpResponse(Statement.objects.latest("pk").words)


def test_the_probe_finds_a_leak_on_a_route_that_it_never_saw(eve, settings):
    planted = ModuleType("planted")
    planted.urlpatterns = [path("nieuw/", leaking, name="new"), *urls.urlpatterns]
    settings.ROOT_URLCONF = planted
    assert found_in(eve, probe(eve)) == {"/nieuw/": [STATEMENT]}


@pytest.mark.parametrize("place", [routes.ANSWERS, routes.INDEX, routes.LOGBOOKS])
def test_the_probe_finds_a_page_that_forgets_to_ask(eve, monkeypatch, place):
    release = Release.objects.get(campaign=eve.campaign)
    for module in ("views", "results"):
        monkeypatch.setattr(f"challenge.public.{module}.release_or_404", lambda _campaign: release)
    answers = {place: ask(Client(), f"{eve.url}{place}")}
    assert found_in(eve, answers) != {}
