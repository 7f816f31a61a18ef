"""When a change is forgotten, and what holds whatever happens."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from core.pagecache import registry
from home.models import InfoPage
from projects.models import Fact
from tests.factories import translated
from tests.page_cache.tree import block, link_to, publish


def test_the_old_address_leads_on_after_a_move(tree, commit, client):
    with commit():
        tree.fresh("page").move(tree.fresh("other"), pos="last-child")
    for name in ("page", "below"):
        response = client.get(tree.urls[name])
        assert response.status_code == 301
        assert response.headers["location"].startswith("/nl/meedoen/werkwijze/")


def test_a_change_that_is_rolled_back_forgets_nothing(tree, commit):
    with commit(), transaction.atomic():
        publish(tree.fresh("page"), title="Toch niet")
        transaction.set_rollback(True)
    assert tree.forgotten() == set()


def test_planned_publication_forgets_when_it_happens(tree, commit):
    page = tree.fresh("below")
    with commit():
        publish(page, title="Straks", go_live_at=timezone.now() + timedelta(days=1))
    revision = page.get_latest_revision()
    assert tree.forgotten() == set()
    revision.content["go_live_at"] = None
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    with commit():
        call_command("publish_scheduled", verbosity=0)
    assert tree.forgotten() == {"below", "page"}


def test_expiry_forgets_when_it_happens(tree, commit):
    InfoPage.objects.filter(pk=tree.fresh("below").pk).update(
        expire_at=timezone.now() - timedelta(hours=1)
    )
    with commit():
        call_command("publish_scheduled", verbosity=0)
    assert tree.forgotten() == {"below", "page"}


def test_a_link_made_just_now_counts_although_no_task_ran(tree, commit, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    with commit():
        publish(tree.fresh("owner"), body=[link_to(tree.fresh("below"))])
    tree.keep_all()
    with commit():
        publish(tree.fresh("below"), title="Stapsgewijs")
    assert tree.forgotten() == {"below", "page", "owner"}


def test_a_link_shows_the_translation_so_its_title_counts(tree, commit):
    """A page that names the Dutch page shows the English title to English readers."""
    related = block("related_pages", title="", pages=[tree.fresh("below").pk])
    with commit():
        publish(tree.fresh("section_en"), body=[related])
        below_en = translated(tree.fresh("below"), "en", title="Step by step")
    tree.keep_all()
    with commit():
        publish(InfoPage.objects.get(pk=below_en.pk), intro="Different.")
    assert tree.forgotten() == {"page_en", "section_en"}


def test_a_page_rendered_during_a_change_is_not_kept(tree, commit, client, monkeypatch):
    """The reader came before the change, her page was finished after it."""
    page = tree.fresh("below")
    with commit():
        publish(page, intro="Eerst.")
    serve = InfoPage.serve

    def slow_serve(self, request, *args, **kwargs):
        response = serve(self, request, *args, **kwargs)
        response.render()
        with commit():
            publish(InfoPage.objects.get(pk=page.pk), intro="Daarna.")
        return response

    monkeypatch.setattr(InfoPage, "serve", slow_serve)
    assert "Eerst." in client.get(page.url).content.decode()
    monkeypatch.undo()
    assert "Daarna." in client.get(page.url).content.decode()


def test_a_feature_that_fails_costs_the_cache_and_not_the_truth(tree, commit, monkeypatch, caplog):
    def fail(_instance):
        raise ValueError

    monkeypatch.setitem(registry._showings, Fact, [fail])
    with commit():
        publish(Fact.objects.get(pk=tree.fact.pk), statement="Anders.")
    assert tree.forgotten() == set(tree.urls)
    assert "all are forgotten" in caplog.text


def test_all_pages_can_be_forgotten_by_hand(tree):
    call_command("forget_pages", verbosity=0)
    assert tree.forgotten() == set(tree.urls)
