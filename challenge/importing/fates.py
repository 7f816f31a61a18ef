"""What becomes of each row: a new member, a change, nothing, or a refusal with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from challenge.importing.cells import PERSON, meanings
from challenge.importing.known import Known, Person, Time
from challenge.models import Party
from core.importing.cells import CellError
from core.importing.fates import Fate, Kind
from core.importing.tables import Fault, Line

# What a member gets elsewhere.
NOT_OF_A_ROW = ["council", "email_mark", "uuid"]


@dataclass
class Row:
    """One row while it is looked at.

    Attributes:
        line: its number in the file.
        values: what its cells say.
        faults: what is wrong with it.
        changes: the columns that differ from what is there.
        person: whom it is about.
        time: of which time in the council it speaks.

    """

    line: int
    values: dict[str, Any]
    faults: list[Fault]
    changes: list[str] = field(default_factory=list)
    person: Person | None = None
    time: Time | None = None

    def refuse(self, column: str, reason: str) -> None:
        """Note what is wrong in a column."""
        self.faults.append(Fault(column, reason))


def fates_of(lines: Sequence[Line], known: Known) -> list[Fate]:
    """Return what becomes of each line. Nothing is written.

    First all rows are taken in, then the times are held against each other: a party that is left
    and one that is joined may stand in any order.
    """
    rows = [_taken_in(line, known) for line in lines]
    for row in rows:
        _refuse_two_parties(row)
    return [_fate(row) for row in rows]


def _taken_in(line: Line, known: Known) -> Row:
    values, faults = meanings(line.cells)
    row = Row(line.number, values, [*line.faults, *faults])
    if row.faults:
        return row
    try:
        row.person = known.person(values.get("name", ""), values.get("email", ""))
    except CellError as error:
        row.refuse("email" if values.get("email") else "name", str(error))
        return row
    _take_person(row, row.person)
    _take_time(row, row.person, known)
    return row


def _take_person(row: Row, person: Person) -> None:
    """Take what a row says of a member. An empty cell says nothing."""
    for name in (name for name in PERSON if row.values.get(name)):
        value = row.values[name]
        said = person.given.setdefault(name, value)
        if said != value:
            row.refuse(name, _("An earlier row says something else of this member."))
        elif getattr(person.member, name) != value:
            row.changes.append(name)
    # What is there already has been looked at when it was filled in.
    wished = {name: person.given.get(name, getattr(person.member, name)) for name in PERSON}
    probe = type(person.member)(**wished)
    try:
        probe.full_clean(exclude=NOT_OF_A_ROW, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            row.refuse(name, " ".join(messages))


def _take_time(row: Row, person: Person, known: Known) -> None:
    """Take what a row says of a time in the council."""
    time = _time_of(row, person, known)
    if time is None:
        return
    if time.line:
        row.refuse("party", _("An earlier row is about the same time."))
        return
    time.line, row.time = row.line, time
    ends_on = row.values.get("until") or None
    if ends_on and ends_on != time.ends_on:
        time.ends_on = ends_on
        row.changes.append("until")
    if time.ends_on and time.ends_on < time.starts_on:
        row.refuse("until", _("This is before the first day."))


def _time_of(row: Row, person: Person, known: Known) -> Time | None:
    """Return the time that a row is about, perhaps a new one; nothing if it says none."""
    values = row.values
    if not values.get("party"):
        if values.get("from") or values.get("until"):
            row.refuse("party", _("Say for which party."))
        elif not person.times:
            row.refuse("party", _("This cannot be empty."))
        return None
    party = known.party(values["party"], values.get("party_short_name", ""))
    _check_party(row, party)
    starts_on = values.get("from") or None
    time = person.time_for(party, starts_on)
    if time is not None:
        return time
    if starts_on is None:
        row.refuse("from", _("Say from which day."))
        return None
    person.times.append(Time(party, starts_on))
    row.changes += ["party", "from"]
    return person.times[-1]


def _check_party(row: Row, party: Party) -> None:
    """Refuse a new party that could not be kept."""
    if party.pk is not None:
        return
    try:
        party.full_clean(exclude=["council", "slug", "uuid"], validate_constraints=False)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            column = "party_short_name" if name == "short_name" else "party"
            row.refuse(column, " ".join(messages))


def _refuse_two_parties(row: Row) -> None:
    if row.person is None or row.time is None:
        return
    for other in row.person.times:
        if other is not row.time and other.overlaps(row.time):
            where = _("row %(number)s") % {"number": other.line} if other.line else _("the site")
            row.refuse(
                "from",
                _("In this time the member already sits for %(party)s, says %(where)s.")
                % {"party": other.party.name, "where": where},
            )


def _fate(row: Row) -> Fate:
    name = row.values.get("name") or (row.person.member.name if row.person else "")
    if row.faults:
        return Fate(row.line, name, Kind.REFUSED, faults=row.faults)
    if row.person is not None and row.person.member.pk is None:
        kind = Kind.NEW
    else:
        kind = Kind.CHANGED if row.changes else Kind.SAME
    return Fate(row.line, name, kind, row.changes, text=row)
