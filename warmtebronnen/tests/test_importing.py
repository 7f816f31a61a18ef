"""A table of places is held against what is there, and becomes drafts: all of it or nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import User
from core.importing.fates import Kind, NotCarriedOutError
from redactieraad.models import RedactieraadTaskState
from redactieraad.register.verifying import faults
from redactieraad.tests.factories import approve
from warmtebronnen.exchange.importing.carrying_out import carry_out, look_at
from warmtebronnen.models import WarmtebronPage
from warmtebronnen.tests.factories import directory, place, public_place
from warmtebronnen.vocabulary import SPOKEN, Access, Need

Area = apps.get_model("projects", "Area")
Neighbourhood = apps.get_model("projects", "Neighbourhood")
Organisation = apps.get_model("projects", "Organisation")

pytestmark = pytest.mark.django_db


def table(*rows: dict[str, str], heading: list[str] | None = None) -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, heading or list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def kinds(content: bytes) -> list[str]:
    return [fate.kind for fate in look_at(content).fates]


def told(content: bytes) -> list[tuple[int, str]]:
    """Return the line and the column of each fault."""
    return [(fate.line, fault.column) for fate in look_at(content).fates for fault in fate.faults]


@pytest.fixture
def importer():
    return User.objects.create_user("team@voorbeeld.example", "x")


@pytest.fixture
def noord():
    directory()
    area = Area.objects.create(name="Noord", key="noord")
    Neighbourhood.objects.create(name="Agniesebuurt", area=area)
    return area


def test_a_new_row_becomes_a_draft_that_waits_for_the_redactieraad(importer, noord):
    place(slug="de-pan", title="Andere pan")
    row = {
        "name": "De Pan", "summary": "Samen eten.", "needs": "company; meal", "spoken": "ar,nl",
        "area": "noord", "neighbourhood": "Agniesebuurt", "hours": "Mo-Fr 10:00-12:00",
        "latitude": "51,92", "longitude": "4.480004", "is_example": "ja",
    }  # fmt: skip
    content = table(row)
    assert kinds(content) == [Kind.NEW]
    assert not WarmtebronPage.objects.filter(title="De Pan").exists()
    carry_out(content, importer)
    page = WarmtebronPage.objects.get(title="De Pan")
    assert not page.live
    assert page.owner == importer
    assert page.slug == "de-pan-2"
    assert (page.needs, page.spoken) == (["meal", "company"], ["nl", "ar"])
    assert (page.area, page.neighbourhood.name) == (noord, "Agniesebuurt")
    assert (str(page.latitude), str(page.longitude)) == ("51.92000", "4.48000")
    state = RedactieraadTaskState.objects.get(revision=page.latest_revision)
    assert state.status == state.STATUS_IN_PROGRESS
    assert kinds(content) == [Kind.SAME]
    assert list(faults()) == []


def test_a_changed_row_is_a_new_version_and_readers_see_the_approved_one(importer):
    page = public_place(phone="010 000 00 01", hours="Mo 10:00-12:00")
    content = table({"id": str(page.translation_key), "phone": "010 000 00 02"})
    found = carry_out(content, importer)
    assert [(fate.kind, fate.changes) for fate in found.fates] == [(Kind.CHANGED, ["phone"])]
    page.refresh_from_db()
    assert page.phone == "010 000 00 01"
    assert page.get_latest_revision_as_object().phone == "010 000 00 02"
    # Who looks at it again is told that it waits; what readers see now is still the same.
    assert kinds(content) == [Kind.SAME]
    other = table({"id": str(page.translation_key), "phone": "010 000 00 03"})
    assert kinds(other) == [Kind.REFUSED]
    state = RedactieraadTaskState.objects.get(revision=page.latest_revision)
    approve(state, list(User.objects.filter(email__startswith="lid").order_by("pk"))[:3])
    page.refresh_from_db()
    assert (page.phone, page.hours) == ("010 000 00 02", "Mo 10:00-12:00")


def test_each_fault_is_told_with_its_line_and_column_and_nothing_is_half_imported(importer, noord):
    good = {"name": "Goed", "summary": "Goed.", "area": "noord"}
    rows = [
        {"summary": ""},
        {"name": "x" * 300},
        {"needs": "meal;eten"},
        {"costs": "gratis"},
        {"spoken": "xx"},
        {"hours": "Maandag open"},
        {"postcode": "30"},
        {"latitude": "hier"},
        {"latitude": "NaN"},
        {"latitude": "12", "longitude": "4.48"},
        {"latitude": "51.9"},
        {"area": "atlantis"},
        {"neighbourhood": "Spangen"},
        {"organisation": "Niemand"},
        {"is_confidential": "misschien"},
        {"is_confidential": "true", "address": "Geheim 1"},
        {"phone": "101234567"},
        {"website": "http://onveilig.example"},
        {"email": "geen adres"},
        {"id": "7"},
        {"id": str(directory().translation_key)},
        {"summary": "a\x00b"},
        {"name": "=1+1"},
    ]
    heading = sorted({name for row in rows for name in row})
    bad = [good | {"name": f"Fout {number}"} | row for number, row in enumerate(rows)]
    content = table(good, *bad, good, heading=heading)
    found = told(content)
    assert {line for line, _column in found} == set(range(3, len(rows) + 4))
    for number, row in enumerate(rows):
        columns = [column for line, column in found if line == number + 3]
        assert set(columns) & ({*row} | {"longitude"}), (row, columns)
    with pytest.raises(NotCarriedOutError):
        carry_out(content, importer)
    assert not WarmtebronPage.objects.exists()


def test_an_import_that_fails_halfway_leaves_nothing(importer, monkeypatch):
    directory()
    content = table(*({"name": f"Plek {number}", "summary": "x"} for number in range(3)))
    starts = WarmtebronPage.get_workflow

    def break_at_the_last(self):
        if self.title == "Plek 2":
            raise RuntimeError
        return starts(self)

    monkeypatch.setattr(WarmtebronPage, "get_workflow", break_at_the_last)
    with pytest.raises(RuntimeError):
        carry_out(content, importer)
    assert not WarmtebronPage.objects.exists()


def test_what_was_shown_and_is_true_no_more_is_not_carried_out(importer):
    page = public_place()
    content = table({"id": str(page.translation_key), "name": "Nieuw"})
    shown = look_at(content).mark
    page.title = "Ondertussen"
    page.save_revision(user=importer)
    with pytest.raises(NotCarriedOutError):
        carry_out(content, importer, shown)


signs = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=30
)
rows = st.fixed_dictionaries({
    "title": signs.map(lambda text: f"x{text}"),
    "summary": signs | st.sampled_from(["=1+1", "'=1", "-2", "@x", "'", 'a;b,c\t"d"', " x "]),
    "for_whom": signs,
    "conditions": signs,
    "needs": st.lists(st.sampled_from(Need.values), unique=True),
    "access": st.lists(st.sampled_from(Access.values), unique=True),
    "spoken": st.lists(st.sampled_from(list(SPOKEN)), unique=True),
    "phone": st.sampled_from(["", "+31 6 00 00 00 01", "010 000 00 01"]),
    "latitude": st.none() | st.decimals("51.8", "52", places=5),
    "is_confidential": st.booleans(),
    "is_example": st.booleans(),
})  # fmt: skip


@given(rows)
@settings(max_examples=25, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_an_export_imports_as_the_same(page_of_all, values):
    """Written past the model, as anything may stand in a database of many years."""
    latitude = values.pop("latitude")
    point = {"latitude": latitude, "longitude": latitude and "4.48000"}
    WarmtebronPage.objects.filter(pk=page_of_all.pk).update(**values, **point)
    content = Client().get("/data/warmtebronnen.csv", {"vers": "1"}).content
    assert kinds(content) == [Kind.SAME]


@pytest.fixture
def page_of_all(noord):
    """Return a public place that names all the records that a place can name."""
    organisation = Organisation.objects.create(
        name="Stichting Voorbeeld", kind="informal", locale=directory().locale
    )
    return public_place(
        area=noord, neighbourhood=noord.neighbourhoods.get(), organisation=organisation
    )


def test_the_command_shows_first_and_imports_when_asked(tmp_path, capsys):
    directory()
    file = tmp_path / "plekken.csv"
    file.write_bytes(table({"name": "De Pan", "summary": "Samen."}))
    call_command("import_places", str(file))
    assert "2: new: De Pan" in capsys.readouterr().out
    assert not WarmtebronPage.objects.exists()
    with pytest.raises(CommandError):
        call_command("import_places", str(file), apply=True, user="niemand@voorbeeld.example")
    call_command("import_places", str(file), apply=True)
    assert WarmtebronPage.objects.get().workflow_in_progress
    with pytest.raises(CommandError):
        call_command("import_places", str(tmp_path / "nergens.csv"))
    file.write_bytes(b"naam\nDe Pan\n")
    with pytest.raises(CommandError):
        call_command("import_places", str(file))
