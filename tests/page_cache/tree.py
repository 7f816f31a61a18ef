"""A small site whose pages show each other in every way, for the tests of forgetting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image as Picture

from django.core.files.images import ImageFile

from wagtail.models import Locale, Page, Site

from core.models import SiteImage
from home.models import OrganisationSettings
from projects.models import Fact, FactsPage, ProgrammeLine, ProjectIndexPage
from tests.factories import home_in, info_page, translated
from tests.page_cache.visits import is_kept, keep_all


@dataclass
class Tree:
    """The site. In a test, every live page of it is kept.

    `section` and `other` are sections; `page` lies below `section` and `below`
    below `page`; `linking` has a link to `page` in its text, in another section,
    and so has the programme line that `projects` and the home pages show.
    `counting` shows a fact and `pictured` a picture in its text; `owner` has the
    picture for itself and lies below `other`. `*_en` are translations.
    """

    pages: dict[str, Page]
    fact: Fact
    line: ProgrammeLine
    image: SiteImage
    urls: dict[str, str] = field(default_factory=dict)
    kept: tuple[dict[str, Any], dict[str, Any]] | None = None

    def fresh(self, name: str) -> Any:
        """Return a page as it is in the database."""
        return Page.objects.get(pk=self.pages[name].pk).specific

    def keep_all(self) -> None:
        """Let a reader visit every live page."""
        pages = {name: self.fresh(name) for name in self.pages}
        self.urls = {name: page.get_url() for name, page in pages.items() if page.live}
        keep_all(self.urls.values())

    def forgotten(self) -> set[str]:
        """Return the names of the pages that were kept and are no more."""
        return {name for name, url in self.urls.items() if not is_kept(url)}


def grow() -> Tree:
    """Return the site, published."""
    # Made by the first page that shows it, as any setting is.
    OrganisationSettings.for_site(Site.objects.get())
    home = home_in("nl")
    section = info_page(home, "Over ons", "over-ons", show_in_menus=True)
    other = info_page(home, "Meedoen", "meedoen", show_in_menus=True)
    page = info_page(section, "Werkwijze", "werkwijze", show_in_menus=True)
    below = info_page(page, "Stap voor stap", "stap-voor-stap")
    fact, line, image = new_fact("arm"), new_line(page), new_image()
    figure = {"image": image.pk, "alt_text": "Een tafel", "decorative": False, "caption": ""}
    facts = FactsPage(title="Feiten", slug="feiten")
    section.add_child(instance=facts)
    projects = ProjectIndexPage(title="Projecten", slug="projecten", show_in_menus=True)
    home.add_child(instance=projects)
    pages = {
        "home": home,
        "home_en": home_in("en"),
        "section": section,
        "section_en": translated(section, "en", title="About us", slug="about-us"),
        "other": other,
        "page": page,
        "page_en": translated(page, "en", title="How we work", slug="how-we-work"),
        "below": below,
        "linking": info_page(other, "Doe mee", "doe-mee", body=[link_to(page)]),
        "counting": info_page(other, "Cijfer", "cijfer", body=[block("fact", fact=fact.pk)]),
        "pictured": info_page(other, "Beeld", "beeld", body=[block("figure", **figure)]),
        "owner": info_page(other, "Delen", "delen", social_image=image),
        "facts": facts,
        "projects": projects,
    }
    return Tree(pages, fact, line, image)


def block(kind: str, **value: Any) -> dict[str, Any]:
    """Return a block as the database holds it."""
    return {"type": kind, "value": value}


def link_to(page: Page) -> dict[str, Any]:
    """Return a text with a link to a page."""
    html = f'<p><a linktype="page" id="{page.pk}">lees verder</a></p>'
    return {"type": "text", "value": html}


def new_fact(key: str) -> Fact:
    """Return a published fact."""
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
    """Return a picture."""
    data = BytesIO()
    Picture.new("RGB", (40, 30)).save(data, "PNG")
    data.seek(0)
    return SiteImage.objects.create(title="Tafel", file=ImageFile(data, "tafel.png"))


def new_line(page: Page) -> ProgrammeLine:
    """Return a published programme line that leads to a page."""
    line = ProgrammeLine(key="warme-stad", name="Warme stad", summary="Samen.", page=page)
    line.locale = page.locale
    line.save()
    line.save_revision().publish()
    return line


def publish(page: Page, **fields: object) -> None:
    """Change fields and publish that."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
