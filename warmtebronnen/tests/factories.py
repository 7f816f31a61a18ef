"""Makes places, as drafts that nobody approved yet."""

from __future__ import annotations

from typing import Any

from wagtail.models import Site

from accounts.models import User
from redactieraad.tests.factories import council, publish
from warmtebronnen.models import Tending, WarmtebronnenIndexPage, WarmtebronPage


def directory() -> WarmtebronnenIndexPage:
    """Return the Dutch directory, made live below home where it is missing."""
    found = WarmtebronnenIndexPage.objects.filter(locale__language_code="nl").first()
    if found:
        return found
    home = Site.objects.get(is_default_site=True).root_page
    index = WarmtebronnenIndexPage(title="Warmtebronnen", slug="warmtebronnen", locale=home.locale)
    home.add_child(instance=index)
    index.save_revision().publish()
    return index


def place(slug: str = "de-tafel", **fields: Any) -> WarmtebronPage:
    """Return a new draft of a place."""
    index = directory()
    values = {"title": "De Tafel (voorbeeld)", "summary": "Samen eten.", "is_example": True}
    page = WarmtebronPage(slug=slug, live=False, locale=index.locale, **(values | fields))
    index.add_child(instance=page)
    page.save_revision()
    return page


def public_place(slug: str = "de-tafel", **fields: Any) -> WarmtebronPage:
    """Return a place that the redactieraad approved."""
    members = list(User.objects.filter(email__startswith="lid").order_by("pk")) or council()
    return publish(place(slug, **fields), members[:3])


def partner(name: str, *places: WarmtebronPage) -> User:
    """Return a new partner who tends these places."""
    user = User.objects.create_user(f"{name}@voorbeeld.example", "x", first_name=name)
    for one in places:
        Tending.objects.create(user=user, place=one)
    return user
