"""The stages of a campaign: which step is allowed, and what stands in its way. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from challenge.vocabulary import Stage

Words = str | Promise
# Members see their record for at least so long, however late that began.
REPLY_TIME = dt.timedelta(days=7)

STEPS: Mapping[str, tuple[str, ...]] = {
    Stage.PREPARING: (Stage.RUNNING, Stage.CANCELLED),
    Stage.RUNNING: (Stage.REPLYING, Stage.CANCELLED),
    Stage.REPLYING: (Stage.READY, Stage.CANCELLED),
    Stage.READY: (Stage.LAUNCHED, Stage.CANCELLED),
    Stage.LAUNCHED: (),
    Stage.CANCELLED: (),
}


@dataclass(frozen=True)
class Situation:
    """All of a campaign that a step can depend on.

    Attributes:
        stage: where it stands.
        stage_since: since when.
        now: the moment at which it is asked.
        today: its day, where the campaign is.
        invitation_on: the day of the invitation.
        answers_until: when answers end.
        reply_from: when members see their record.
        reply_until: until when they may ask corrections.
        launch_at: when the results become public.
        has_method: whether a method was chosen.
        method_is_approved: whether that is public, as the redactieraad approved it.
        has_public_page: whether everybody can read what is asked.
        letters_missing: how many letters have no words yet.
        invited: how many members are invited.
        open_corrections: how many corrections wait for an answer.
        has_snapshot: whether the index was reckoned.
        snapshot_is_current: whether no record changed since the newest snapshot.
        release_is_approved: whether the redactieraad approved to publish the newest snapshot.

    """

    stage: str
    stage_since: dt.datetime
    now: dt.datetime
    today: dt.date
    invitation_on: dt.date
    answers_until: dt.datetime
    reply_from: dt.date
    reply_until: dt.date
    launch_at: dt.datetime
    has_method: bool = False
    method_is_approved: bool = False
    has_public_page: bool = False
    letters_missing: int = 0
    invited: int = 0
    open_corrections: int = 0
    has_snapshot: bool = False
    snapshot_is_current: bool = False
    release_is_approved: bool = False


def obstacles(situation: Situation, to: str) -> list[Words]:
    """Return what stands in the way of a step, in plain words; nothing if it can be taken."""
    if to not in STEPS[situation.stage]:
        return [_("A campaign cannot go from this stage to that one.")]
    return list(_OBSTACLES[to](situation))


def _to_running(now: Situation) -> Iterator[Words]:
    if not now.has_method:
        yield _("Choose the method of the index.")
    elif not now.method_is_approved:
        yield _("The redactieraad has not approved the method of the index yet.")
    if not now.has_public_page:
        yield _("The page of the campaign is not public yet.")
    if now.letters_missing:
        yield format_lazy(_("Letters without words: {number}."), number=now.letters_missing)
    if not now.invited:
        yield _("Nobody is invited yet.")
    if now.today < now.invitation_on:
        yield _("The day of the invitation has not come yet.")


def _to_replying(now: Situation) -> Iterator[Words]:
    if now.now < now.answers_until:
        yield _("Members can still answer.")
    if now.today < now.reply_from:
        yield _("The day on which members see their record has not come yet.")


def _to_ready(now: Situation) -> Iterator[Words]:
    if now.today <= now.reply_until:
        yield _("Members can still ask for corrections.")
    elif now.now < now.stage_since + REPLY_TIME:
        yield _("Members need at least seven days to look at their record.")
    if now.open_corrections:
        yield format_lazy(
            _("Corrections that wait for an answer: {number}."), number=now.open_corrections
        )
    if not now.has_snapshot:
        yield _("There is no snapshot of the index yet.")
    elif not now.snapshot_is_current:
        yield _("Something changed since the newest snapshot. Make a new one.")
    elif not now.release_is_approved:
        yield _("The redactieraad has not approved to publish the newest snapshot yet.")


def _to_launched(now: Situation) -> Iterator[Words]:
    if now.now < now.launch_at:
        yield _("The moment of the launch has not come yet.")
    if not now.release_is_approved:
        yield _("The redactieraad has not approved to publish the newest snapshot yet.")


def _to_cancelled(_now: Situation) -> Iterator[Words]:
    """Nothing stands in the way of calling it off."""
    yield from ()


_OBSTACLES: Mapping[str, Callable[[Situation], Iterator[Words]]] = {
    Stage.RUNNING: _to_running,
    Stage.REPLYING: _to_replying,
    Stage.READY: _to_ready,
    Stage.LAUNCHED: _to_launched,
    Stage.CANCELLED: _to_cancelled,
}
