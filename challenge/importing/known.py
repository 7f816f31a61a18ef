"""What the site has already of a council, and what the rows of a table make of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from itertools import count

from django.utils.text import slugify
from django.utils.translation import gettext as _

from challenge.models import Council, CouncilMember, Membership, Party
from challenge.models.council import mark_of
from core.importing.cells import CellError

SLUG_LENGTH = 50
# For a name without one plain letter.
UNNAMED = "partij"


@dataclass
class Time:
    """A time in the council for one party, as it will be.

    Attributes:
        party: for which party.
        starts_on: from when.
        ends_on: until when, if that is known.
        membership: the record, if it is there already.
        line: the row that speaks of it, if one does.

    """

    party: Party
    starts_on: dt.date
    ends_on: dt.date | None = None
    membership: Membership | None = None
    line: int = 0

    def overlaps(self, other: Time) -> bool:
        """Return whether both hold on one day."""
        end, others_end = self.ends_on or dt.date.max, other.ends_on or dt.date.max
        return self.starts_on <= others_end and other.starts_on <= end


@dataclass
class Person:
    """A member as they will be.

    Attributes:
        member: the record, perhaps a new one.
        times: all their times in the council.
        given: what rows say of them, by column.

    """

    member: CouncilMember
    times: list[Time] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)

    def time_for(self, party: Party, starts_on: dt.date | None) -> Time | None:
        """Return the time that a row is about; without a first day, the one that goes on."""
        for time in self.times:
            is_it = time.ends_on is None if starts_on is None else time.starts_on == starts_on
            if time.party is party and is_it:
                return time
        return None


class Known:
    """Everything that rows are held against, read once."""

    def __init__(self, council: Council) -> None:
        """Read the parties and members of a council."""
        self.council = council
        parties = list(Party.objects.filter(council=council))
        self.new_parties: list[Party] = []
        self._parties = {name.casefold(): one for one in parties for name in _names(one)}
        self._slugs = {one.slug for one in parties}
        self._persons: list[Person] = []
        by_number = {one.pk: one for one in parties}
        members = CouncilMember.objects.filter(council=council).prefetch_related("memberships")
        for member in members:
            times = [_time(one, by_number) for one in member.memberships.all()]
            self._persons.append(Person(member, times))

    def person(self, name: str, email: str) -> Person:
        """Return whom a row is about: by their address, and else by their name; perhaps a new one.

        Raises:
            CellError: it cannot be told who is meant.

        """
        mark = mark_of(email) if email else ""
        if mark:
            for person in self._persons:
                if _mark(person) == mark:
                    return _same(person, name)
        named = [one for one in self._persons if one.member.name.casefold() == name.casefold()]
        if name and len(named) > 1:
            raise CellError(_("Several members have this name. Give the e-mail address, too."))
        if name and named and not (mark and named[0].member.pk is None and _mark(named[0])):
            return named[0]
        if not name:
            raise CellError(_("Nobody here has this e-mail address. Give a name, too."))
        person = Person(CouncilMember(council=self.council, name=name))
        self._persons.append(person)
        return person

    def party(self, name: str, short_name: str) -> Party:
        """Return a party by its name or short name; one that nobody knows yet is a new one."""
        found = self._parties.get(name.casefold())
        if found is None:
            slug = self._free_slug(short_name or name)
            found = Party(council=self.council, name=name, short_name=short_name, slug=slug)
            self.new_parties.append(found)
            for one in _names(found):
                self._parties.setdefault(one.casefold(), found)
        return found

    def _free_slug(self, name: str) -> str:
        wished = slugify(name)[:SLUG_LENGTH] or UNNAMED
        numbered = (wished if number == 1 else f"{wished}-{number}" for number in count(1))
        slug = next(one for one in numbered if one not in self._slugs)
        self._slugs.add(slug)
        return slug


def _names(party: Party) -> list[str]:
    return [name for name in (party.name, party.short_name) if name]


def _time(membership: Membership, parties: dict[int, Party]) -> Time:
    party = parties.get(membership.party_id) or membership.party
    return Time(party, membership.starts_on, membership.ends_on, membership)


def _mark(person: Person) -> str:
    """Return what a person is found by: what a row gave counts already."""
    given = person.given.get("email", "")
    return mark_of(given) if given else person.member.email_mark


def _same(person: Person, name: str) -> Person:
    if name and name.casefold() != person.member.name.casefold():
        raise CellError(
            _("This e-mail address belongs to another member: %(name)s.")
            % {"name": person.member.name}
        )
    return person
