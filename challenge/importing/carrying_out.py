"""Makes of a table what its rows say: all of it, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wagtail.log_actions import log

from challenge.importing.cells import MEMBERS
from challenge.importing.fates import fates_of
from challenge.importing.known import Known, Person, Time
from challenge.models import Council, Membership
from core.importing.fates import Fates, Kind, NotCarriedOutError
from core.importing.files import read_table


@dataclass
class Import(Fates):
    """A table held against a council, before or after it was carried out.

    Attributes:
        known: what the rows were held against.

    """

    known: Known


def look_at(content: bytes, council: Council) -> Import:
    """Return what would become of each row of a file. Nothing is written.

    Raises:
        FileRefusedError: it is no table of members.

    """
    lines = read_table(content, MEMBERS)
    known = Known(council)
    return Import(fates_of(lines, known), known)


@transaction.atomic
def carry_out(content: bytes, council: Council, user: Any, seen: str) -> Import:
    """Import a file: everything in it, or nothing.

    Args:
        content: the file.
        council: whose members they are.
        user: who imports it.
        seen: the mark of the fates that this person was shown.

    Raises:
        FileRefusedError: it is no table of members.
        NotCarriedOutError: a row is refused, or the site changed since the fates were shown.

    """
    # Nobody else imports for this council until all is written.
    Council.objects.select_for_update().get(pk=council.pk)
    found = look_at(content, council)
    if seen != found.mark:
        raise NotCarriedOutError(_("Something changed meanwhile. Look at the rows again."))
    if found.is_refused:
        raise NotCarriedOutError(_("Nothing was imported. Mend the rows that are refused first."))
    for party in found.known.new_parties:
        party.save()
        log(instance=party, action="wagtail.create", user=user)
    rows = [fate.text for fate in (*found.of_kind(Kind.NEW), *found.of_kind(Kind.CHANGED))]
    persons: dict[int, Person] = {id(row.person): row.person for row in rows}
    for person in persons.values():
        _save(person, user)
    return found


def _save(person: Person, user: Any) -> None:
    member = person.member
    action = "wagtail.edit" if member.pk else "wagtail.create"
    for name, value in person.given.items():
        setattr(member, name, value)
    member.save()
    for time in person.times:
        if time.line:
            _save_time(person, time)
    log(instance=member, action=action, user=user)


def _save_time(person: Person, time: Time) -> None:
    membership = time.membership or Membership(member=person.member, starts_on=time.starts_on)
    membership.party, membership.ends_on = time.party, time.ends_on
    membership.save()
