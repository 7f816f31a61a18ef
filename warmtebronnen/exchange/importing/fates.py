"""What becomes of each row: a new place, a change, nothing, or a refusal with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from core.importing.cells import CellError
from core.importing.fates import Fate, Kind
from core.importing.tables import Fault, Line
from core.opendata.tables import safe_text
from warmtebronnen.datasets import NOT_IMPORTED
from warmtebronnen.exchange.importing.cells import meanings
from warmtebronnen.exchange.importing.known import Known
from warmtebronnen.exchange.rows import PLAIN, WHERE, row_of
from warmtebronnen.hours import HoursError, check
from warmtebronnen.models import WarmtebronPage

# The columns of records that are named, in the order in which they need each other.
RECORDS = ("area", "neighbourhood", "organisation")
# What a page gets where it comes to stand.
OF_THE_TREE = ["path", "depth", "url_path", "content_type", "latest_revision"]
FIELDS = {"title": "name"}


def fates_of(lines: Sequence[Line], known: Known) -> list[Fate]:
    """Return what becomes of each line. Nothing is written."""
    fates = []
    seen: set[str] = set()
    for line in lines:
        fate = _fate_of(line, known)
        own = _place_of(line, fate)
        if own in seen:
            fault = Fault("name", _("An earlier row is about the same place."))
            fate = _refused(line, fate.name, [fault])
        seen.add(own)
        fates.append(fate)
    return fates


def _place_of(line: Line, fate: Fate) -> str:
    """Return which place a row is about; a new one without an id is known by its name."""
    if fate.text is None:
        return f"line {line.number}"
    is_nameless = fate.kind == Kind.NEW and not line.cells.get("id", "").strip()
    return fate.name.casefold() if is_nameless else str(fate.text.translation_key)


def _fate_of(line: Line, known: Known) -> Fate:
    values, faults = meanings(
        {name: text for name, text in line.cells.items() if name not in NOT_IMPORTED}
    )
    name = values.get("name", "")
    faults = [*line.faults, *faults]
    place = None
    try:
        place = known.place(values)
    except CellError as error:
        faults.append(Fault("id" if values.get("id") else "name", str(error)))
    name = name or (place.title if place else "")
    if faults:
        return _refused(line, name, faults)
    return _new(line, values, known) if place is None else _old(line, values, place, known)


def _new(line: Line, values: dict[str, Any], known: Known) -> Fate:
    text = WarmtebronPage(live=False, locale=known.index.locale)
    if values.get("id"):
        text.translation_key = known.key_of(values["id"])
    text.slug = known.free_slug(values.get("name", ""))
    faults = _written(text, values, known) or _missing(values)
    if faults:
        return _refused(line, values.get("name", ""), faults)
    return Fate(line.number, text.title, Kind.NEW, text=text)


def _missing(values: dict[str, Any]) -> list[Fault]:
    needed = ("name", "summary")
    return [Fault(name, _("This cannot be empty.")) for name in needed if not values.get(name)]


def _old(line: Line, values: dict[str, Any], place: WarmtebronPage, known: Known) -> Fate:
    """Hold a row against what readers see, and against a newer version that waits."""
    same = Fate(line.number, place.title, Kind.SAME, text=place)
    if not _differences(values, row_of(place)):
        return same
    newest = place.get_latest_revision_as_object() if place.latest_revision_id else place
    changes = _differences(values, row_of(newest))
    if not changes:
        return same
    if place.has_unpublished_changes:
        fault = Fault("", _("This place has a change that the redactieraad has not decided on."))
        return _refused(line, place.title, [fault])
    faults = _written(newest, {name: values[name] for name in changes}, known)
    faults = faults or [Fault("", message) for message in newest.faults_before_submitting()]
    if faults:
        return _refused(line, place.title, faults)
    return Fate(line.number, place.title, Kind.CHANGED, changes, text=newest)


def _differences(values: dict[str, Any], row: dict[str, Any]) -> list[str]:
    """Return the columns that say something else than the place does."""
    return [name for name, value in values.items() if name != "id" and not _same(value, row[name])]


def _same(value: Any, other: Any) -> bool:
    if isinstance(value, str) and isinstance(other, str):
        # An export writes both in the same way.
        return safe_text(value) == safe_text(other.replace("\r\n", "\n").strip())
    if isinstance(value, list):
        return set(value) == set(other)
    return value == other


def _written(text: WarmtebronPage, values: dict[str, Any], known: Known) -> list[Fault]:
    """Write values on a text; return what is wrong with it then."""
    is_confidential = values.get("is_confidential", text.is_confidential)
    if is_confidential:
        told = [name for name in WHERE if values.get(name)]
        if told:
            return [Fault(name, _("Empty this: the address is confidential.")) for name in told]
    for name in (name for name in PLAIN if name in values):
        setattr(text, name, values[name])
    text.title = values.get("name", text.title)
    faults = []
    for name in (name for name in RECORDS if name in values):
        try:
            setattr(text, name, _record(name, values[name], text, known))
        except CellError as error:
            faults.append(Fault(name, str(error)))
    return faults or [*_faults_of(text)]


def _record(name: str, value: str, text: WarmtebronPage, known: Known) -> Any:
    if name == "neighbourhood":
        return known.neighbourhood(value, text.area)
    return known.area(value) if name == "area" else known.organisation(value)


def _faults_of(text: WarmtebronPage) -> list[Fault]:
    """Return what a person who types this would be told, by column."""
    faults = []
    try:
        if text.hours:
            check(text.hours)
    except HoursError as error:
        faults.append(Fault("hours", " ".join(error.messages)))
    try:
        text.full_clean(exclude=OF_THE_TREE)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            column = "" if name == NON_FIELD_ERRORS else FIELDS.get(name, name)
            if column != "hours" or not faults:
                faults += [Fault(column, message) for message in messages]
    return faults


def _refused(line: Line, name: str, faults: list[Fault]) -> Fate:
    return Fate(line.number, name, Kind.REFUSED, faults=faults)
