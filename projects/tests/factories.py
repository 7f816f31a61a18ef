"""Records and pages for tests; each maker returns something live that is saved."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import count

from django.utils import timezone

from wagtail.models import Locale, Page

from projects.models import (
    Area,
    Fact,
    FactsPage,
    Organisation,
    Person,
    PersonRole,
    ProgrammeLine,
    ProjectIndexPage,
)
from tests.factories import home_in, info_page

_numbers = count(1)


def locale(code: str) -> Locale:
    return Locale.objects.get(language_code=code)


def unsaved_fact(**fields: object) -> Fact:
    """Return a fact that keeps every rule, not saved yet."""
    number = next(_numbers)
    values = {
        "key": f"fact-{number}",
        "topic": Fact.Topic.POVERTY,
        "statement": f"Statement {number}.",
        "value": Decimal("14.5"),
        "unit": "percent",
        "where": "Rotterdam",
        "year": 2018,
        "source_title": "A report",
        "source_publisher": "A bureau",
        "review_by": timezone.localdate() + dt.timedelta(days=365),
        "locale": locale("nl"),
    }
    return Fact(**values | fields)


def make_fact(**fields: object) -> Fact:
    fact = unsaved_fact(**fields)
    fact.save()
    return fact


def in_language(record: object, code: str, **fields: object) -> object:
    """Return a live translation of a record."""
    copy = record.copy_for_translation(locale(code))
    for name, value in ({"live": True} | fields).items():
        setattr(copy, name, value)
    copy.save()
    return copy


def make_line(key: str = "warme-stad", **fields: object) -> ProgrammeLine:
    values = {"key": key, "name": key, "summary": "What it does.", "locale": locale("nl")}
    return ProgrammeLine.objects.create(**values | fields)


def make_organisation(**fields: object) -> Organisation:
    values = {"name": f"Organisation {next(_numbers)}", "kind": "informal", "locale": locale("nl")}
    return Organisation.objects.create(**values | fields)


def make_area(**fields: object) -> Area:
    number = next(_numbers)
    return Area.objects.create(**{"name": f"Area {number}", "key": f"area-{number}"} | fields)


def make_person(*roles: dict[str, object], **fields: object) -> Person:
    """Return a person with a role for each of the given field values."""
    nl = locale("nl")
    person = Person(**{"name": f"Person {next(_numbers)}", "locale": nl} | fields)
    person.roles.add(*(PersonRole(locale=person.locale, **role) for role in roles))
    person.save()
    return person


def facts_page(code: str = "nl", **fields: object) -> FactsPage:
    """Return a live facts page below an information page, in this language."""
    home = home_in(code)
    parent = info_page(home, "Over ons", f"over-ons-{next(_numbers)}")
    return _published(FactsPage(title="Feiten", slug="feiten", **fields), parent)


def project_index_page(code: str = "nl") -> ProjectIndexPage:
    return _published(ProjectIndexPage(title="Projecten", slug="projecten"), home_in(code))


def _published(page: Page, parent: Page) -> Page:
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page
