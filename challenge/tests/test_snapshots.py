"""Snapshots hold what they say, in a chain that shows any change."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from django.core.management import CommandError, call_command
from django.db import connection

from challenge.models import Answer, Happening, Membership, Ruling, Snapshot
from challenge.publication import contents, snapshots
from challenge.publication.canonical import canonical, digest_of
from challenge.publication.methods import digest_of_method
from challenge.publication.reading import read
from challenge.publication.snapshots import SnapshotRefusedError
from challenge.publication.verifying import faults, faults_in_content
from challenge.selectors import asked_in
from challenge.tests.factories import NOW, CampaignFactory, InviteeFactory, MethodFactory
from challenge.tests.whole import NEVER, STATEMENT, WORDS, on_the_eve
from challenge.vocabulary import Choice, Stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    """A campaign of which the first snapshot was made: one party accepts, the other does not."""
    method = MethodFactory()
    found = CampaignFactory(
        method=method, method_digest=digest_of_method(method), stage=Stage.REPLYING
    )
    for choice in (Choice.ACCEPT, Choice.NO):
        invitee = InviteeFactory(campaign=found)
        Membership.objects.create(
            member=invitee.member, party=invitee.party, starts_on=found.invitation_on
        )
        Answer.objects.create(invitee=invitee, number=1, choice=choice, given_at=NOW)
    snapshots.make(found)
    return found


def again(campaign, reason="Een correctie"):
    """Return a second snapshot, after something changed."""
    invitee = campaign.invitees.order_by("pk").first()
    Ruling.objects.create(invitee=invitee, fact="logbook", value=True, reason="Op papier")
    return snapshots.make(campaign, reason=reason)


def rewrite(snapshot, **columns):
    """Change a row as nobody should be able to: in the database itself."""
    said = ", ".join(f"{name} = %s" for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE challenge_snapshot SET {said} WHERE id = %s",  # noqa: S608 - names from here
            [*columns.values(), snapshot.pk],
        )


def test_it_holds_the_facts_and_statements_and_no_address_or_private_word(
    django_assert_num_queries,
):
    eve = on_the_eve()
    content = Snapshot.objects.get().content
    assert STATEMENT in content
    assert "@" not in content
    for secret in (*NEVER, *WORDS.values()):
        assert secret not in content
    index = read(content)
    assert index.counts == {
        "no": 2, "accept": 2, "none": 1, "nonsense": 1, "unknown": 1, "outside": 1,
    }  # fmt: skip
    silent = next(one for one in index.parties if one.place is None)
    assert (silent.n, silent.unknown, silent.band, silent.comparable) == (0, 1, None, ())
    assert [one.statement for one in index.persons_under("accept") if one.statement] == [STATEMENT]
    assert {one.person.key for one in index.league()} == {
        one.key for one in index.persons if one.facts is not None
    }
    with django_assert_num_queries(8):
        everybody = asked_in(eve.campaign, NOW)
    alone = [eve.campaign.invitees.select_related("member", "party").first()]
    with django_assert_num_queries(7):
        (found,) = asked_in(eve.campaign, NOW, alone)
    assert found in everybody
    assert len(everybody) == 8


def test_why_somebody_was_absent_is_said_nowhere(campaign):
    campaign.invitees.update(outside="ill")
    said = contents.inputs_of(asked_in(campaign, NOW))
    assert {one["status"] for one in said["members"]} == {"outside"}
    assert '"ill"' not in canonical(said)
    results = contents.results_of(said, campaign.method.weights)
    assert [(one["place"], one["n"]) for one in results["parties"]] == [(None, 0), (None, 0)]


def test_each_follows_the_one_before_it_with_a_reason(campaign):
    first = Snapshot.objects.get()
    for reason in ("Toch", ""):
        with pytest.raises(SnapshotRefusedError):
            snapshots.make(campaign, reason=reason)  # nothing changed
    with pytest.raises(SnapshotRefusedError):
        again(campaign, reason=" ")
    second = again(campaign)
    assert (second.number, second.previous_digest) == (2, first.digest)
    assert second.digest == digest_of(second.content) != first.digest
    index = read(second.content)
    assert (index.number, index.previous, index.reason) == (2, first.digest, "Een correctie")
    made = Happening.objects.filter(kind="snapshot-made").order_by("pk")
    assert [one.details["digest"] for one in made] == [first.digest, second.digest]
    assert list(faults()) == []


@pytest.mark.parametrize("stage", [Stage.PREPARING, Stage.RUNNING, Stage.CANCELLED])
def test_it_is_not_made_while_answers_can_change(stage):
    with pytest.raises(SnapshotRefusedError):
        snapshots.make(CampaignFactory(stage=stage))


def test_it_is_not_made_by_another_method_than_the_campaign_began_with(campaign):
    campaign.method_digest = "0" * 64
    campaign.save()
    with pytest.raises(SnapshotRefusedError):
        again(campaign)


def test_it_survives_being_written_and_read(campaign):
    content = Snapshot.objects.get().content
    assert canonical(json.loads(content)) == content
    assert content == json.dumps(
        json.loads(content), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert read(content) == read(canonical(json.loads(content)))


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_any_altered_byte_is_found(campaign, data):
    snapshot = Snapshot.objects.order_by("number").first()
    at = data.draw(st.integers(0, len(snapshot.content) - 1))
    # A NUL is what PostgreSQL cannot keep, so nobody can put one there.
    others = st.characters(codec="utf-8", exclude_characters=f"\0{snapshot.content[at]}")
    letter = data.draw(others)
    altered = f"{snapshot.content[:at]}{letter}{snapshot.content[at + 1 :]}"
    assert digest_of(altered) != snapshot.digest
    rewrite(snapshot, content=altered)
    try:
        assert list(faults())
    finally:
        rewrite(snapshot, content=snapshot.content)


def test_a_changed_column_is_found(campaign):
    snapshot = again(campaign)
    changes = {
        "digest": "0" * 64,
        "previous_digest": "0" * 64,
        "reason": "Een andere reden",
        "number": 7,
        "code_version": "0",
    }
    for column, value in changes.items():
        rewrite(snapshot, **{column: value})
        assert list(faults()), column
        rewrite(snapshot, **{column: getattr(snapshot, column)})
    assert list(faults()) == []


def test_a_forged_snapshot_with_a_digest_of_its_own_is_found(campaign):
    """Whoever writes other results and a new digest still does not get past the log."""
    snapshot = Snapshot.objects.get()
    said = json.loads(snapshot.content)
    said["inputs"]["members"][0]["facts"] = "11101"
    said["results"] = contents.results_of(said["inputs"], said["method"]["weights"])
    forged = canonical(said)
    assert list(faults_in_content(forged)) == []
    rewrite(snapshot, content=forged, digest=digest_of(forged))
    (missing, added) = list(faults())
    assert snapshot.digest in missing
    assert "not in the log" in added


@pytest.mark.parametrize("number", [1, 2])
def test_a_removed_snapshot_is_found(campaign, number):
    again(campaign)
    gone = Snapshot.objects.get(number=number)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM challenge_snapshot WHERE id = %s", [gone.pk])
    assert any(gone.digest in fault for fault in faults())


CHANGES = [
    (lambda said: said["results"]["parties"][0].update(score="1/3"), "score 1/3"),
    (lambda said: said["results"]["parties"][0].update(band=[1, 9]), "[1, 9]"),
    (lambda said: said["results"]["parties"].pop(), "not there"),
    (lambda said: said["results"]["parties"].reverse(), "order"),
    (lambda said: said["method"]["weights"].update(week="2"), "digest"),
    (lambda said: said["scenarios"].pop(), "scenarios"),
    (lambda said: said["inputs"]["members"][0].update(facts="111"), "reckoned"),
    (lambda said: said["inputs"]["members"][0].update(facts="1110x"), "1110x"),
    (lambda said: said["inputs"].pop("members"), "missing"),
    (lambda said: said.update(format=9), "format"),
]


def test_a_published_file_is_checked_by_itself_and_says_what_is_wrong(campaign, tmp_path):
    content = Snapshot.objects.get().content
    file = tmp_path / "index.json"
    file.write_text(content)
    out = StringIO()
    call_command("index_verify", str(file), stdout=out)
    assert digest_of(content) in out.getvalue()
    for change, word in CHANGES:
        said = json.loads(content)
        change(said)
        file.write_text(canonical(said))
        out = StringIO()
        with pytest.raises(CommandError):
            call_command("index_verify", str(file), stdout=out)
        assert word in out.getvalue()


def test_the_command_ends_well_or_says_each_fault(campaign):
    out = StringIO()
    call_command("index_verify", stdout=out)
    assert "1 snapshots, no faults" in out.getvalue()
    rewrite(Snapshot.objects.get(), digest="0" * 64)
    with pytest.raises(CommandError):
        call_command("index_verify", stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("index_verify", "/nergens.json", stdout=StringIO())


def test_an_index_is_computed_from_a_file_or_its_fault_is_told(tmp_path):
    file = tmp_path / "council.json"
    file.write_text('{"parties": {"D": ["10000", "?"], "C": ["11111"], "F": ["?"]}}')
    out = StringIO()
    call_command("index_compute", str(file), stdout=out)
    assert json.loads(out.getvalue()) == {
        "parties": [
            {"name": "C", "score": "1", "place": 1, "band": [1, 1], "n": 1, "unknown": 0},
            {"name": "D", "score": "1/5", "place": 2, "band": [2, 2], "n": 1, "unknown": 1},
            {"name": "F", "score": None, "place": None, "band": None, "n": 0, "unknown": 1},
        ]
    }
    file.write_text('{"parties": {"A": ["11111", "2"]}}')
    with pytest.raises(CommandError, match=r"parties\.A\[1\]"):
        call_command("index_compute", str(file))
    with pytest.raises(CommandError):
        call_command("index_compute", str(tmp_path / "nothing.json"))
