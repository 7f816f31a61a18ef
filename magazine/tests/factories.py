"""Makes pages of the magazine, as drafts that nobody approved yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from wagtail.models import Page, Site

from magazine.models import (
    Consent,
    EditionPage,
    MagazineIndexPage,
    MakerPage,
    PortraitPage,
    StoryPage,
)


def magazine() -> MagazineIndexPage:
    """Return the Dutch magazine, made live below home where it is missing."""
    found = MagazineIndexPage.objects.filter(locale__language_code="nl").first()
    if found:
        return found
    home = Site.objects.get(is_default_site=True).root_page
    index = MagazineIndexPage(title="Magazine", slug="magazine", locale=home.locale)
    home.add_child(instance=index)
    index.save_revision().publish()
    return index


def edition(slug: str = "zomer-2019", **fields: Any) -> EditionPage:
    """Return a new draft of an edition."""
    values = {"title": "Zomer", "number": 1, "season": "summer", "year": 2019, "lead": "Lees."}
    return _draft(EditionPage(slug=slug, **(values | fields)), magazine())


def story(slug: str = "een-verhaal", parent: Page | None = None, **fields: Any) -> StoryPage:
    """Return a new draft of a story."""
    values = {"title": "Een verhaal", "intro": "Waar het over gaat."}
    return _draft(StoryPage(slug=slug, **(values | fields)), parent or magazine())


def consent(**fields: Any) -> Consent:
    """Return a new consent for everything, from today for a year unless said otherwise."""
    today = timezone.localdate()
    values = {
        "reference": f"{today.year}-{Consent.objects.count() + 1:02}",
        "for_site": True,
        "for_print": True,
        "for_social_media": True,
        "given_on": today,
        "valid_until": today + timedelta(days=365),
    }
    return Consent.objects.create(**(values | fields))


def portrait(slug: str = "een-portret", parent: Page | None = None, **fields: Any) -> PortraitPage:
    """Return a new draft of a portrait, with a consent unless one is given or is None."""
    values = {"title": "Een portret", "intro": "Wie het is.", "person_name": "Sam"}
    if "consent" not in fields:
        fields["consent"] = consent()
    return _draft(PortraitPage(slug=slug, **(values | fields)), parent or magazine())


def maker(slug: str = "noor", **fields: Any) -> MakerPage:
    """Return a new draft of a maker."""
    return _draft(MakerPage(slug=slug, **({"title": "Noor Voorbeeld"} | fields)), magazine())


def _draft(page: Any, parent: Page) -> Any:
    page.live = False
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision()
    return page
