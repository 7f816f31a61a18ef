"""A change forgets the pages that show it, in every language, and no others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from PIL import Image as Picture

from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from core.models import SiteDocument, SiteImage
from core.pagecache import registry
from home.models import HomePage, InfoPage, OrganisationSettings
from projects.models import Fact, FactsPage, ProgrammeLine, ProjectIndexPage
from tests.factories import home_in, info_page, translated
from tests.page_cache.conftest import is_kept, keep_all

pytestmark = pytest.mark.usefixtures("page_cache")


def text(html: str) -> dict[str, Any]:
    return {"type": "text", "value": html}


def new_fact(key: str) -> Fact:
    fact = Fact(
        key=key,
        topic=Fact.Topic.POVERTY,
        statement="Eén op de zeven Rotterdammers is arm.",
        value=Decimal("14.5"),
        unit="percent",
        where="Rotterdam",
        source_title="Armoede",
        source_publisher="CBS",
        review_by=date(2099, 1, 1),
        locale=Locale.objects.get(language_code="nl"),
    )
    fact.save()
    fact.save_revision().publish()
    return fact


def new_image() -> SiteImage:
    data = BytesIO()
    Picture.new("RGB", (40, 30)).save(data, "PNG")
    data.seek(0)
    return SiteImage.objects.create(title="Tafel", file=ImageFile(data, "tafel.png"))


@dataclass
class Tree:
    """A small site of which every page is kept.

    `section` and `other` are sections; `page` lies below `section` and `below`
    below `page`; `linking` has a link to `page` in its text, in another section.
    `counting` shows a fact and `pictured` a picture in its text; `owner` has the
    picture for itself and lies below `other`. `*_en` are translations.
    """

    pages: dict[str, Page]
    fact: Fact
    line: ProgrammeLine
    image: SiteImage

    def fresh(self, name: str) -> Page:
        return Page.objects.get(pk=self.pages[name].pk).specific

    def forgotten(self) -> set[str]:
        return {name for name, url in self.urls.items() if not is_kept(url)}

    def keep_all(self) -> None:
        for name in self.pages:
            self.pages[name] = self.fresh(name)
        live = {name: page for name, page in self.pages.items() if page.live}
        keep_all(live.values())
        self.urls = {name: page.get_url() for name, page in live.items()}


@pytest.fixture
def tree(commit):
    with commit():
        # Made by the first page that shows it, as any setting is.
        OrganisationSettings.for_site(Site.objects.get())
        home = home_in("nl")
        section = info_page(home, "Over ons", "over-ons", show_in_menus=True)
        other = info_page(home, "Meedoen", "meedoen", show_in_menus=True)
        page = info_page(section, "Werkwijze", "werkwijze", show_in_menus=True)
        below = info_page(page, "Stap voor stap", "stap-voor-stap")
        link = f'<p><a linktype="page" id="{page.pk}">zo werken we</a></p>'
        linking = info_page(other, "Doe mee", "doe-mee", body=[text(link)])
        fact, line, image = new_fact("arm"), new_line(page), new_image()
        counting = info_page(
            other, "Cijfer", "cijfer", body=[{"type": "fact", "value": {"fact": fact.pk}}]
        )
        figure = {"image": image.pk, "alt_text": "Een tafel", "decorative": False, "caption": ""}
        pictured = info_page(other, "Beeld", "beeld", body=[{"type": "figure", "value": figure}])
        owner = info_page(other, "Delen", "delen", social_image=image)
        facts = FactsPage(title="Feiten", slug="feiten")
        section.add_child(instance=facts)
        projects = ProjectIndexPage(title="Projecten", slug="projecten", show_in_menus=True)
        home.add_child(instance=projects)
        section_en = translated(section, "en", title="About us", slug="about-us")
        page_en = translated(page, "en", title="How we work", slug="how-we-work")
    names = {
        "home": home, "home_en": home_in("en"), "section": section, "section_en": section_en,
        "other": other, "page": page, "page_en": page_en, "below": below, "linking": linking,
        "counting": counting, "pictured": pictured, "owner": owner, "facts": facts,
        "projects": projects,
    }  # fmt: skip
    tree = Tree(names, fact, line, image)
    tree.keep_all()
    return tree


def new_line(page: Page) -> ProgrammeLine:
    line = ProgrammeLine(key="warme-stad", name="Warme stad", summary="Samen.", page=page)
    line.locale = page.locale
    line.save()
    line.save_revision().publish()
    return line


def publish(page: Page, **fields: object) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


# What changes, and what then is forgotten --------------------------------------

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


def save_draft(instance: Any) -> None:
    for name in ("title", "statement"):
        if hasattr(instance, name):
            setattr(instance, name, "Alleen nog een voorstel")
    instance.save_revision()


def lock(page: Page) -> None:
    page.locked = True
    page.save(update_fields=["locked"], clean=False)


@pytest.mark.parametrize("case", CASES)
def test_a_change_forgets_exactly_what_shows_it(tree, commit, case):
    change, expected = CASES[case]
    if case == "published again":
        with commit():
            tree.fresh("page").unpublish()
        tree.keep_all()
        expected = (expected | {"below", "page_en"}) - {"page"}
    with commit():
        change(tree)
    assert tree.forgotten() == (set(tree.urls) if expected is EVERYTHING else expected)


def test_every_page_is_right_after_a_change(tree, commit, client):
    """The matrix above in one sentence: what a reader gets is what would be rendered."""
    with commit():
        publish(tree.fresh("page"), title="Aanpak", slug="aanpak")
    cached = {name: client.get(url).content for name, url in tree.urls.items()}
    fresh = {
        name: client.get(url, query_params={"vers": "1"}).content for name, url in tree.urls.items()
    }
    assert cached == fresh


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
    InfoPage.objects.filter(pk=tree.pages["below"].pk).update(
        expire_at=timezone.now() - timedelta(hours=1)
    )
    with commit():
        call_command("publish_scheduled", verbosity=0)
    assert tree.forgotten() == {"below", "page"}


def test_a_link_made_just_now_counts_although_no_task_ran(tree, commit, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    below = tree.fresh("below").pk
    link = f'<p><a linktype="page" id="{below}">stap voor stap</a></p>'
    with commit():
        publish(tree.fresh("owner"), body=[text(link)])
    tree.keep_all()
    with commit():
        publish(tree.fresh("below"), title="Stapsgewijs")
    assert tree.forgotten() == {"below", "page", "owner"}


def test_a_link_shows_the_translation_so_its_title_counts(tree, commit):
    """A page that names the Dutch page shows the English title to English readers."""
    related = {"type": "related_pages", "value": {"title": "", "pages": [tree.fresh("below").pk]}}
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
    assert HomePage.objects.live().exists()
