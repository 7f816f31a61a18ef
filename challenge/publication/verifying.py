"""Reckons every snapshot again, and says in words whatever does not agree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from challenge.index_input import InputError
from challenge.models import Campaign, Happening, Release, Snapshot
from challenge.publication.canonical import canonical, digest_of
from challenge.publication.contents import FORMAT, results_of, scenario_names

# What stands beside the content of a snapshot too, so that a list need not read it.
_COLUMNS = (
    ("number", "number"),
    ("previous_digest", "previous"),
    ("reason", "reason"),
    ("code_version", "code"),
)
# A method's own words and figures; the digest is of these.
_OF_THE_METHOD = ("version", "words", "facts", "weights", "scenarios")


def faults() -> Iterator[str]:
    """Yield, in English, everything in which the snapshots disagree with themselves."""
    for campaign in Campaign.objects.order_by("pk"):
        chain = list(Snapshot.objects.filter(campaign=campaign).order_by("number"))
        yield from _faults_in_the_chain(campaign, chain)
        for snapshot in chain:
            name = f"snapshot {snapshot.number} of {campaign.slug}"
            yield from (f"{name}: {fault}" for fault in _faults_in(campaign, snapshot))
    yield from _faults_in_releases()


def faults_in_content(text: str) -> Iterator[str]:
    """Yield what is wrong with a snapshot's JSON, of which nothing else needs to be known."""
    try:
        said = json.loads(text)
    except ValueError as error:
        yield f"this is not JSON: {error}"
        return
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        yield f"this is not a snapshot of format {FORMAT}"
        return
    if canonical(said) != text:
        yield "the JSON is not canonical"
    try:
        yield from _faults_in_results(said)
    except (KeyError, TypeError, AttributeError) as error:
        yield f"a part is missing or of another kind: {error}"
    except (InputError, ValueError, ZeroDivisionError) as error:
        yield f"it cannot be reckoned: {error}"


def _faults_in_results(said: Mapping[str, Any]) -> Iterator[str]:
    """Reckon again, and compare."""
    method, inputs = said["method"], said["inputs"]
    if digest_of(canonical({name: method[name] for name in _OF_THE_METHOD})) != method["digest"]:
        yield "the method is not the one that its digest names"
    if said["scenarios"] != scenario_names(method["weights"]):
        yield "the scenarios are not those of the method"
    found = {one["slug"]: one for one in said["results"]["parties"]}
    again = {one["slug"]: one for one in results_of(inputs, method["weights"])["parties"]}
    for slug in sorted(found.keys() | again.keys()):
        if found.get(slug) != again.get(slug):
            was, now = _brief(found.get(slug)), _brief(again.get(slug))
            yield f"the result of {slug} is {was}; reckoned again it is {now}"
    if not found.keys() ^ again.keys() and list(found) != list(again):
        yield "the parties do not stand in order of place"


def _brief(one: Mapping[str, Any] | None) -> str:
    if one is None:
        return "not there"
    return f"score {one['score']}, place {one['place']}, band {one['band']}, places {one['places']}"


def _faults_in_the_chain(campaign: Campaign, chain: list[Snapshot]) -> Iterator[str]:
    """Check that none is missing, moved or put in another's stead, by the log too."""
    previous = ""
    for number, snapshot in enumerate(chain, start=1):
        if snapshot.number != number:
            yield f"snapshot {number} of {campaign.slug} is missing"
            break
        if snapshot.previous_digest != previous:
            named, before = snapshot.previous_digest or "none", previous or "none"
            yield f"snapshot {number} of {campaign.slug} follows {named}, but before it is {before}"
        previous = snapshot.digest
    yield from _faults_by_the_log(campaign, {(one.number, one.digest) for one in chain})


def _faults_by_the_log(campaign: Campaign, kept: set[tuple[int, str]]) -> Iterator[str]:
    """Compare with what was written down when each snapshot was made."""
    made = Happening.objects.filter(campaign=campaign, kind="snapshot-made").order_by("pk")
    logged = {(one.details["number"], one.details["digest"]) for one in made}
    for number, digest in sorted(logged - kept):
        yield f"the log of {campaign.slug} names snapshot {number} as {digest}: it is not there"
    for number, _digest in sorted(kept - logged):
        yield f"snapshot {number} of {campaign.slug} is not in the log"


def _faults_in(campaign: Campaign, snapshot: Snapshot) -> Iterator[str]:
    found = digest_of(snapshot.content)
    if found != snapshot.digest:
        yield f"its content has digest {found}, but {snapshot.digest} was written"
    yield from faults_in_content(snapshot.content)
    try:
        said = json.loads(snapshot.content)
        for column, name in _COLUMNS:
            if getattr(snapshot, column) != said[name]:
                yield f"its {column} is not what its content says"
        if said["method"]["digest"] != campaign.method_digest:
            yield "its method is not the one that the campaign began with"
    except (ValueError, KeyError, TypeError):
        # Told above.
        return


def _faults_in_releases() -> Iterator[str]:
    """Check that what is public is a snapshot of the campaign that it names."""
    live = Release.objects.filter(live=True).select_related("campaign", "snapshot")
    for release in live:
        if release.snapshot.campaign_id != release.campaign_id:
            yield f"what is public of {release.campaign.slug} is a snapshot of another campaign"
        if not release.campaign.is_launched:
            yield f"the index of {release.campaign.slug} is public before its launch"
