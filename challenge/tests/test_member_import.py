"""A table of members is shown first, and then imported whole or not at all."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.tests.factories import person
from challenge.importing.carrying_out import carry_out, look_at
from challenge.importing.cells import MEMBERS
from challenge.models import CouncilMember, Membership, Party
from challenge.tests.factories import CouncilFactory, CouncilMemberFactory, PartyFactory
from core.importing.fates import Kind, NotCarriedOutError
from core.importing.tables import FileRefusedError

pytestmark = pytest.mark.django_db

HEADING = "name,email,party,from,until\n"
ANNA = "Anna Voorbeeld,anna@voorbeeld.example,Partij Voorbeeld,2022-03-30,\n"


@pytest.fixture
def council():
    return CouncilFactory()


def look(council, rows, heading=HEADING):
    return look_at((heading + rows).encode(), council)


def fates(found):
    return [(fate.line, fate.kind.value, fate.changes) for fate in found.fates]


def faults(found):
    return [(fate.line, fault.column) for fate in found.fates for fault in fate.faults]


def test_new_members_and_their_parties_are_made(council):
    content = (HEADING + ANNA + "Bo Voorbeeld,,Partij Voorbeeld,30-3-2022,1-9-2024\n").encode()
    found = look_at(content, council)
    assert [kind for _line, kind, _changes in fates(found)] == ["new", "new"]
    assert [one.name for one in found.known.new_parties] == ["Partij Voorbeeld"]
    assert not CouncilMember.objects.exists()
    carry_out(content, council, None, found.mark)
    party = Party.objects.get()
    assert (party.council, party.slug) == (council, "partij-voorbeeld")
    anna, bo = CouncilMember.objects.order_by("name")
    assert anna.email == "anna@voorbeeld.example"
    assert bo.memberships.get().ends_on == dt.date(2024, 9, 1)
    again = look_at(content, council)
    assert {fate.kind for fate in again.fates} == {Kind.SAME}


def test_a_member_is_known_by_the_address_and_else_by_the_name(council):
    carry_out(one := (HEADING + ANNA).encode(), council, None, look_at(one, council).mark)
    by_address = look(council, ",ANNA@voorbeeld.example,Partij Voorbeeld,,2026-03-18\n")
    by_name = look(council, "anna voorbeeld,nieuw@voorbeeld.example,Partij Voorbeeld,,\n")
    assert fates(by_address) == [(2, "changed", ["email", "until"])]
    assert fates(by_name) == [(2, "changed", ["email"])] or fates(by_name) == [
        (2, "changed", ["name", "email"])
    ]
    assert faults(look(council, "Iemand Anders,anna@voorbeeld.example,,,\n")) == [(2, "email")]
    assert faults(look(council, ",onbekend@voorbeeld.example,,,\n")) == [(2, "email")]


BROKEN = {
    "no name": (",,Partij,2022-03-30,\n", [(2, "name")]),
    "no party": ("Bo,,,,\n", [(2, "party")]),
    "no first day": ("Bo,,Partij,,\n", [(2, "from")]),
    "no such day": ("Bo,,Partij,31-2-2022,\n", [(2, "from")]),
    "ends before it began": ("Bo,,Partij,2022-03-30,2022-03-29\n", [(2, "until")]),
    "no address": ("Bo,bo.voorbeeld.example,Partij,2022-03-30,\n", [(2, "email")]),
    "a line break in an address": ('Bo,"bo@x.example\n",P,2022-03-30,\n', []),
    "two addresses": ("Bo,bo@x.example;b@x.example,P,2022-03-30,\n", [(2, "email")]),
    "a formula": ("=1+1,,Partij,2022-03-30,\n", [(2, "name")]),
    "too long": (f"{'x' * 121},,Partij,2022-03-30,\n", [(2, "name")]),
    "too long a party": (f"Bo,,{'x' * 121},2022-03-30,\n", [(2, "party")]),
    "twice the same": (ANNA + ANNA, [(3, "party")]),
    "one name, two addresses": (
        ANNA + "Anna Voorbeeld,b@x.example,P2,2010-01-01,2011-01-01\n",
        [],
    ),
    "one address, two names": (
        ANNA + "Bo,anna@voorbeeld.example,Partij,2022-03-30,\n",
        [(3, "email")],
    ),
    "two parties at once": (
        ANNA + "Anna Voorbeeld,anna@voorbeeld.example,Andere,2024-01-01,\n",
        [(2, "from"), (3, "from")],
    ),
    "too few cells": ("Bo,bo@x.example\n", [(2, "")]),
}


@pytest.mark.parametrize(("rows", "expected"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_refused_by_its_line_and_column(council, rows, expected):
    assert faults(look(council, rows)) == expected


def test_a_malformed_address_is_not_shown_to_who_looks_over_a_shoulder(council):
    found = look(council, "Bo,geheim(at)voorbeeld.example,Partij,2022-03-30,\n")
    assert "geheim" not in str([str(fault.reason) for fate in found.fates for fault in fate.faults])


def test_a_party_is_left_and_another_joined_in_any_order(council):
    member = CouncilMemberFactory(council=council, name="Anna Voorbeeld")
    old = PartyFactory(council=council, name="Oude partij")
    Membership.objects.create(member=member, party=old, starts_on=dt.date(2022, 3, 30))
    joined = "Anna Voorbeeld,,Nieuwe partij,2024-01-01,\n"
    assert faults(look(council, joined)) == [(2, "from")]
    rows = joined + "Anna Voorbeeld,,Oude partij,,2023-12-31\n"
    found = look(council, rows)
    assert faults(found) == []
    carry_out((HEADING + rows).encode(), council, None, found.mark)
    assert list(member.memberships.order_by("starts_on").values_list("party__name", "ends_on")) == [
        ("Oude partij", dt.date(2023, 12, 31)),
        ("Nieuwe partij", None),
    ]


def test_nothing_is_half_imported(council, monkeypatch):
    content = (HEADING + ANNA + "Bo,,,,\n").encode()
    with pytest.raises(NotCarriedOutError):
        carry_out(content, council, None, look_at(content, council).mark)
    good = (HEADING + ANNA + "Bo Voorbeeld,,Partij Voorbeeld,2022-03-30,\n").encode()
    saves = []

    def save(membership, *args, **kwargs):
        saves.append(membership)
        if len(saves) == 2:
            raise OSError

    monkeypatch.setattr(Membership, "save", save)
    with pytest.raises(OSError):  # noqa: PT011 - whatever it is
        carry_out(good, council, None, look_at(good, council).mark)
    assert not CouncilMember.objects.exists()
    assert not Party.objects.exists()


def test_what_changed_meanwhile_is_looked_at_again(council):
    content = (HEADING + ANNA).encode()
    seen = look_at(content, council).mark
    CouncilMemberFactory(council=council, name="Anna Voorbeeld")
    with pytest.raises(NotCarriedOutError):
        carry_out(content, council, None, seen)


def test_a_spreadsheet_may_hold_its_own_dates(council):
    book = Workbook()
    book.active.append(["name", "party", "from"])
    book.active.append(["Bo Voorbeeld", "Partij", dt.date(2022, 3, 30)])
    file = io.BytesIO()
    book.save(file)
    (fate,) = look_at(file.getvalue(), council).fates
    assert fate.text.time.starts_on == dt.date(2022, 3, 30)


def test_members_of_another_council_are_nobodys_here(council):
    CouncilMemberFactory(name="Anna Voorbeeld", email="anna@voorbeeld.example")
    assert fates(look(council, ANNA))[0][1] == "new"


words = st.text(max_size=12) | st.sampled_from(
    ["Anna", "a@x.example", "2022-03-30", "31-12-2024", "Partij", "=1", ""]
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(st.lists(words, min_size=9, max_size=9), min_size=1, max_size=5))
def test_whatever_cells_hold_each_row_has_a_fate_or_the_file_is_refused(council, rows):
    table = [",".join(MEMBERS.columns)]
    table += [",".join('"' + cell.replace('"', "") + '"' for cell in row) for row in rows]
    try:
        found = look_at("\n".join(table).encode(), council)
    except FileRefusedError:
        return
    assert all(fate.faults for fate in found.of_kind(Kind.REFUSED))
    for person_ in {id(fate.text.person): fate.text.person for fate in found.of_kind(Kind.NEW)}:
        assert person_


def test_the_team_imports_in_two_steps_and_sees_no_addresses(client, council):
    client.force_login(person("Programmateam"))
    choose = reverse("challenge_import:choose")
    assert client.get(choose).status_code == 200

    def give(content):
        file = SimpleUploadedFile("leden.csv", content)
        return client.post(choose, {"council": council.pk, "file": file})

    assert give(b"wat,is,dit\n1,2,3\n").status_code == 422
    shown = client.get(give((HEADING + ANNA).encode()).url)
    assert [part["kind"] for part in shown.context["parts"]] == ["new"]
    assert "anna@" not in shown.content.decode()
    carry = reverse("challenge_import:carry_out")
    client.post(carry, {"seen": "x"})
    assert not CouncilMember.objects.exists()
    client.post(carry, {"seen": shown.context["found"].mark})
    assert CouncilMember.objects.get().council == council
    assert client.post(carry, {"seen": "x"}).url == choose


def test_who_may_not_change_members_imports_none(client):
    client.force_login(person("Redactie"))
    assert client.get(reverse("challenge_import:choose")).status_code in {302, 403}
