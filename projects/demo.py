"""Demo data: the programme's records as its own papers give them.

Loading twice changes nothing, and never overwrites what an editor has changed.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import Locale

from core.demo.files import read_toml
from projects.models import (
    Area,
    Fact,
    Neighbourhood,
    Organisation,
    Person,
    PersonRole,
    ProgrammeLine,
)
from projects.models.base import Record, TranslatableRecord

CONTENT = Path(__file__).parent / "demo_content"
# Any fixed number will do: with it, each record gets the same translation key on every machine.
NAMESPACE = uuid.UUID("6f2d7c1e-5c0b-4a55-9b68-6f0d3e6f1a10")
# The records that have languages: file, the name of its entries, and their model.
TRANSLATED: tuple[tuple[str, str, type[TranslatableRecord]], ...] = (
    ("programme_lines", "line", ProgrammeLine),
    ("facts", "fact", Fact),
    ("organisations", "organisation", Organisation),
    ("people", "person", Person),
)


@transaction.atomic
def load() -> None:
    """Load every record that is not there yet."""
    _load_places()
    for values in _read("programme_lines", "line"):
        _load_translations(ProgrammeLine, values)
    for values in _read("facts", "fact"):
        _load_translations(Fact, values)
    areas = {area.key: area for area in Area.objects.all()}
    for values in _read("organisations", "organisation"):
        area = areas[values.pop("area")] if "area" in values else None
        _load_translations(Organisation, values | {"area": area})
    for values in _read("people", "person"):
        _load_person(values)


@transaction.atomic
def empty() -> None:
    """Remove every record that `load` makes, in every language and with what editors changed."""
    for file, table, model in TRANSLATED:
        keys = [translation_key(model, values["key"]) for values in _read(file, table)]
        for record in model.objects.filter(translation_key__in=keys):
            record.delete()
    for area in Area.objects.filter(key__in=[values["key"] for values in _read("places", "area")]):
        for neighbourhood in area.neighbourhoods.all():
            neighbourhood.delete()
        area.delete()


def translation_key(model: type[TranslatableRecord], key: str) -> uuid.UUID:
    """Return what ties the languages of one demo record together."""
    return uuid.uuid5(NAMESPACE, f"{model.__name__.lower()}/{key}")


def organisation_ids() -> dict[str, int]:
    """Return the demo's organisations by their key, each in the source language."""
    keys = [values["key"] for values in _read("organisations", "organisation")]
    found = Organisation.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    ids = dict(found.values_list("translation_key", "pk"))
    named = {key: ids.get(translation_key(Organisation, key)) for key in keys}
    return {key: pk for key, pk in named.items() if pk is not None}


def _read(file: str, table: str) -> Iterator[dict[str, Any]]:
    """Yield the entries of one file of demo content."""
    yield from read_toml(CONTENT / f"{file}.toml")[table]


def _publish(record: Record) -> None:
    """Check a new record, save it live and note that in its history.

    Without revisions, which triple the time of loading; the first edit makes one.
    """
    record.full_clean()
    record.first_published_at = record.last_published_at = timezone.now()
    record.save()
    log(instance=record, action="wagtail.create")


def _load_places() -> None:
    """Load the areas and their neighbourhoods."""
    for values in _read("places", "area"):
        names = values.pop("neighbourhoods")
        area = Area.objects.filter(key=values["key"]).first()
        if area is None:
            area = Area(**values)
            _publish(area)
        known = set(area.neighbourhoods.values_list("name", flat=True))
        for name in names:
            if name not in known:
                _publish(Neighbourhood(name=name, area=area))


def _load_translations(
    model: type[TranslatableRecord],
    values: dict[str, Any],
    prepare: Callable[[Any, dict[str, Any]], None] | None = None,
) -> None:
    """Load one record in each language that `values["words"]` has.

    `prepare` gets each new record with its own words before it is published.
    """
    words_by_language = values.pop("words")
    own_key = hasattr(model, "key")
    identity: dict[str, Any] = {"translation_key": translation_key(model, values["key"])}
    fields = values if own_key else {k: v for k, v in values.items() if k != "key"}
    match = {"key": values["key"]} if own_key else identity
    for code, words in words_by_language.items():
        locale = Locale.objects.get(language_code=code)
        if model.objects.filter(locale=locale, **match).exists():
            continue
        record = model(locale=locale, **identity, **fields, **({} if prepare else words))
        if prepare:
            prepare(record, words)
        _publish(record)


def _load_person(values: dict[str, Any]) -> None:
    """Load one person with the role that the programme plan gives."""
    role = values.pop("role")
    role_key = uuid.uuid5(NAMESPACE, f"role/{values['key']}")

    def give_role(person: Person, words: dict[str, Any]) -> None:
        person.roles.add(
            PersonRole(role=role, locale=person.locale, translation_key=role_key, **words)
        )

    _load_translations(Person, values, give_role)
