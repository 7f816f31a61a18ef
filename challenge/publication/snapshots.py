"""Makes snapshots: the index at one moment, chained to the one before."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from challenge.log import write_down
from challenge.models import Campaign, Method, Snapshot
from challenge.publication.canonical import canonical, digest_of
from challenge.publication.code import code_version
from challenge.publication.contents import (
    FORMAT,
    campaign_content,
    inputs_of,
    results_of,
    scenario_names,
)
from challenge.publication.methods import content_of, digest_of_method
from challenge.selectors import asked_in
from challenge.vocabulary import Stage

# Before the deadline there is nothing to reckon; after the launch, a correction.
STAGES = (Stage.REPLYING, Stage.READY, Stage.LAUNCHED)


class SnapshotRefusedError(ValueError):
    """A snapshot cannot be made now; it says why, in plain words."""

    def __init__(self, words: str | Promise) -> None:
        """Keep the words."""
        self.words = words
        super().__init__(str(words))


def newest(campaign: Campaign) -> Snapshot | None:
    """Return the newest snapshot of a campaign."""
    return campaign.snapshots.order_by("-number").first()


def is_current(campaign: Campaign, snapshot: Snapshot, now: dt.datetime) -> bool:
    """Return whether a snapshot still says what the records say."""
    return canonical(inputs_of(asked_in(campaign, now))) == canonical(read_inputs(snapshot))


def read_inputs(snapshot: Snapshot) -> dict[str, Any]:
    """Return the parties and members as a snapshot holds them."""
    said: dict[str, Any] = json.loads(snapshot.content)["inputs"]
    return said


@transaction.atomic
def make(
    campaign: Campaign, by: Any = None, reason: str = "", now: dt.datetime | None = None
) -> Snapshot:
    """Return a new snapshot of a campaign, written down in its log.

    Args:
        campaign: of what.
        by: the user who makes it.
        reason: why it takes the place of the one before; the first needs none.
        now: the moment; this one by default.

    Raises:
        SnapshotRefusedError: it is not the time, nothing changed, or the reason is missing.

    """
    # Two at once would make a fork of the chain: the second waits here.
    locked = Campaign.objects.select_for_update(of=("self",)).select_related("council", "method")
    campaign = locked.get(pk=campaign.pk)
    now, last = now or timezone.now(), newest(campaign)
    _refuse(campaign, last, reason, now)
    content = canonical(_content(campaign, last, reason, now))
    snapshot = Snapshot.objects.create(
        campaign=campaign,
        number=last.number + 1 if last else 1,
        content=content,
        digest=digest_of(content),
        previous_digest=last.digest if last else "",
        reason=reason,
        code_version=code_version(),
        made_at=now,
        made_by=by,
    )
    write_down("snapshot-made", campaign, by=by, number=snapshot.number, digest=snapshot.digest)
    return snapshot


def _refuse(campaign: Campaign, last: Snapshot | None, reason: str, now: dt.datetime) -> None:
    """Refuse where there is nothing to reckon, or nothing new.

    Raises:
        SnapshotRefusedError: so it is.

    """
    if campaign.stage not in STAGES:
        raise SnapshotRefusedError(_("The index is reckoned once nobody can answer any more."))
    if last is None:
        return
    if not reason.strip():
        raise SnapshotRefusedError(_("Say why a new snapshot takes the place of the last one."))
    if is_current(campaign, last, now):
        raise SnapshotRefusedError(_("Nothing changed since the newest snapshot."))


def _method_of(campaign: Campaign) -> Method:
    """Return the method that the campaign began with.

    Raises:
        SnapshotRefusedError: it is another one now.

    """
    method = campaign.method
    if method is None or digest_of_method(method) != campaign.method_digest:
        raise SnapshotRefusedError(_("The method is not the one that the campaign began with."))
    return method


def _content(
    campaign: Campaign, last: Snapshot | None, reason: str, now: dt.datetime
) -> dict[str, Any]:
    """Return all that a snapshot holds."""
    method = content_of(_method_of(campaign))
    inputs = inputs_of(asked_in(campaign, now))
    return {
        "format": FORMAT,
        "number": last.number + 1 if last else 1,
        "previous": last.digest if last else "",
        "reason": reason,
        "made_at": timezone.localtime(now, dt.UTC).isoformat(),
        "code": code_version(),
        "campaign": campaign_content(campaign),
        "method": method | {"digest": campaign.method_digest},
        "scenarios": scenario_names(method["weights"]),
        "inputs": inputs,
        "results": results_of(inputs, method["weights"]),
    }
