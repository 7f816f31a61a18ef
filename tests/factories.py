"""Pages in several languages, for tests."""

from __future__ import annotations

from wagtail.models import Locale, Page, Site

from home.models import HomePage, InfoPage


def home_in(code: str) -> HomePage:
    """Return the live home page in a language, made as a translation where it is missing."""
    dutch = HomePage.objects.get(pk=Site.objects.get(is_default_site=True).root_page_id)
    locale = Locale.objects.get(language_code=code)
    existing = dutch.get_translation_or_none(locale)
    if existing:
        return existing
    home = dutch.copy_for_translation(locale)
    home.slug = f"home-{code}"
    home.save_revision().publish()
    return home


def info_page(parent: Page, title: str, slug: str, **fields: object) -> InfoPage:
    """Return a new live information page below a parent."""
    page = InfoPage(title=title, slug=slug, locale=parent.locale, **fields)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def translated(page: InfoPage, code: str, **fields: object) -> InfoPage:
    """Return a new live translation of a page, with other field values where given."""
    home_in(code)
    copy = page.copy_for_translation(Locale.objects.get(language_code=code), copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    copy.refresh_from_db()
    return copy
