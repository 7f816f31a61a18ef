"""Every kind of change, and exactly which pages it makes the cache forget."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from django.utils import timezone

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from core.models import SiteDocument, SiteImage
from home.models import InfoPage, OrganisationSettings
from projects.models import Fact, ProgrammeLine
from tests.factories import home_in, info_page, translated
from tests.page_cache.tree import Tree, new_fact, new_image, publish


def save_draft(instance: Any) -> None:
    for name in ("title", "statement"):
        if hasattr(instance, name):
            setattr(instance, name, "Alleen nog een voorstel")
    instance.save_revision()


def lock(page: Page) -> None:
    page.locked = True
    page.save(update_fields=["locked"], clean=False)


LINES = {"home", "home_en", "projects"}
SHOWN_WITH_PAGE = {"page", "section", "linking", *LINES}
EVERYTHING = None

CASES: dict[str, tuple[Callable[[Tree], object], set[str] | None]] = {
    "text published": (
        lambda tree: publish(tree.fresh("page"), intro="Anders."),
        SHOWN_WITH_PAGE,
    ),
    "text of a page that nobody names": (
        lambda tree: publish(tree.fresh("below"), intro="Anders."),
        {"below", "page"},
    ),
    "title published": (
        lambda tree: publish(tree.fresh("page"), title="Aanpak"),
        SHOWN_WITH_PAGE | {"below"},
    ),
    "slug published": (
        lambda tree: publish(tree.fresh("page"), slug="aanpak"),
        SHOWN_WITH_PAGE | {"below", "page_en"},
    ),
    "unpublished": (
        lambda tree: tree.fresh("page").unpublish(),
        SHOWN_WITH_PAGE | {"below", "page_en"},
    ),
    "published again": (
        lambda tree: tree.fresh("page").get_latest_revision().publish(),
        SHOWN_WITH_PAGE,
    ),
    "deleted with what is below": (
        lambda tree: tree.fresh("page").delete(),
        SHOWN_WITH_PAGE | {"below", "page_en"},
    ),
    "moved": (
        lambda tree: tree.fresh("page").move(tree.fresh("other"), pos="last-child"),
        SHOWN_WITH_PAGE | {"below", "page_en", "other"},
    ),
    "order changed": (
        lambda tree: tree.fresh("owner").move(tree.fresh("linking"), pos="left"),
        {"owner", "other"},
    ),
    "page added": (
        lambda tree: info_page(tree.fresh("page"), "Nieuw", "nieuw"),
        {"page"},
    ),
    "page copied": (
        lambda tree: tree.fresh("below").copy(to=tree.fresh("other"), keep_live=True),
        {"other"},
    ),
    "translation published": (
        lambda tree: translated(tree.fresh("below"), "en", title="Step by step"),
        {"below", "page_en"},
    ),
    "translation's text published": (
        lambda tree: publish(tree.fresh("page_en"), intro="Different."),
        {"page_en", "section_en", "home_en"},
    ),
    "text of a section": (
        lambda tree: publish(tree.fresh("section"), intro="Anders."),
        {"section", "home"},
    ),
    "title of a section": (
        lambda tree: publish(tree.fresh("section"), title="Wie we zijn"),
        EVERYTHING,
    ),
    "section taken out of the menu": (
        lambda tree: publish(tree.fresh("other"), show_in_menus=False),
        EVERYTHING,
    ),
    "section unpublished": (lambda tree: tree.fresh("other").unpublish(), EVERYTHING),
    "section deleted": (lambda tree: tree.fresh("projects").delete(), EVERYTHING),
    "sections in another order": (
        lambda tree: tree.fresh("other").move(tree.fresh("section"), pos="left"),
        EVERYTHING,
    ),
    "section moved below another": (
        lambda tree: tree.fresh("section").move(tree.fresh("other"), pos="last-child"),
        EVERYTHING,
    ),
    "new section": (lambda tree: info_page(tree.fresh("home"), "Nieuw", "nieuw"), EVERYTHING),
    "new language": (lambda _tree: home_in("tr"), EVERYTHING),
    "page of the footer added": (
        lambda tree: info_page(tree.fresh("section"), "Privacy", "privacy"),
        EVERYTHING,
    ),
    "fact published": (
        lambda tree: publish(Fact.objects.get(pk=tree.fact.pk), statement="Anders."),
        {"counting", "facts"},
    ),
    "fact unpublished": (
        lambda tree: Fact.objects.get(pk=tree.fact.pk).unpublish(),
        {"counting", "facts"},
    ),
    "fact deleted": (
        lambda tree: Fact.objects.get(pk=tree.fact.pk).delete(),
        {"counting", "facts"},
    ),
    "fact added": (lambda _tree: new_fact("nog-een"), {"facts"}),
    "programme line published": (
        lambda tree: publish(ProgrammeLine.objects.get(pk=tree.line.pk), name="Warm"),
        LINES,
    ),
    "picture changed": (
        lambda tree: SiteImage.objects.get(pk=tree.image.pk).save(),
        {"pictured", "owner", "other"},
    ),
    "picture deleted": (
        lambda tree: SiteImage.objects.get(pk=tree.image.pk).delete(),
        {"pictured", "owner", "other"},
    ),
    "setting changed": (
        lambda _tree: OrganisationSettings.for_site(Site.objects.get()).save(),
        EVERYTHING,
    ),
    "site changed": (lambda _tree: Site.objects.get().save(), EVERYTHING),
    "locale changed": (lambda _tree: Locale.objects.get(language_code="tr").save(), EVERYTHING),
    # What readers do not see ------------------------------------------------
    "draft saved": (lambda tree: save_draft(tree.fresh("page")), set()),
    "draft of a section saved": (lambda tree: save_draft(tree.fresh("section")), set()),
    "fact's draft saved": (lambda tree: save_draft(Fact.objects.get(pk=tree.fact.pk)), set()),
    "draft page added": (
        lambda tree: tree.fresh("page").add_child(instance=InfoPage(title="Later", live=False)),
        set(),
    ),
    "page locked": (lambda tree: lock(tree.fresh("page")), set()),
    "publication planned": (
        lambda tree: publish(
            tree.fresh("page"), title="Straks", go_live_at=timezone.now() + timedelta(days=1)
        ),
        set(),
    ),
    "picture added": (lambda _tree: new_image(), set()),
    "document added": (lambda _tree: SiteDocument.objects.create(title="Jaarverslag"), set()),
    "redirect added": (
        lambda tree: Redirect.objects.create(old_path="/nl/oud", redirect_page=tree.pages["page"]),
        set(),
    ),
}


@pytest.fixture
def changed(tree, commit, request):
    """Make one change to the site; return what it should have made forgotten."""
    change, expected = CASES[request.param]
    if request.param == "published again":
        with commit():
            tree.fresh("page").unpublish()
        tree.keep_all()
        expected = (expected | {"below", "page_en"}) - {"page"}
    with commit():
        change(tree)
    return set(tree.urls) if expected is EVERYTHING else expected


@pytest.mark.parametrize("changed", CASES, indirect=True)
def test_a_change_forgets_exactly_what_shows_it(tree, changed, client, page_cache):
    assert tree.forgotten() == changed
    # What was not forgotten is what would be rendered now, and so is what is rendered
    # of data that was kept.
    shown = {url: client.get(url).content for url in tree.urls.values()}
    rendered = {url: rendered_anew(client, url) for url in tree.urls.values()}
    page_cache.clear()
    assert shown == rendered
    assert rendered == {url: rendered_anew(client, url) for url in tree.urls.values()}


def rendered_anew(client, url: str) -> bytes:
    """Return the page as it is made for a request that no cache answers."""
    return client.get(url, query_params={"parameter": "of nobody"}).content
