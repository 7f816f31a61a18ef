"""Keeps what members write down: once, however often it is sent, and never over another's text.

Each entry has a key that the phone made and a version that the site counts. Who sends a text
says which version they saw. What is there already in exactly these words was sent twice: a
connection broke before the answer came.
"""

from __future__ import annotations

import datetime as dt
import enum
import uuid
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils import timezone

from challenge.log import write_down
from challenge.logbook.photos import Photo
from challenge.logbook.standing import begun_days, standing_of
from challenge.logbook.weeks import locked
from challenge.models import Entry, Week

# A week has some dozens. More is a program, or a loop gone wrong.
MOST_ENTRIES = 300


class WritingRefusedError(Exception):
    """Nothing can be written in this week (any more), or nothing on this day."""


class Outcome(enum.Enum):
    """What became of a text that was sent."""

    KEPT = "kept"
    # It was there already, in the same words.
    SAME = "same"
    # Somebody changed or removed the entry meanwhile; nothing was kept.
    OVERTAKEN = "overtaken"


@dataclass(frozen=True)
class Text:
    """What somebody wrote down.

    Attributes:
        day: on which day.
        spending: where the money went; empty where none was spent.
        cents: how much.
        words: in their own words.
        audience: who may read it.
        photo: a new photo; None to leave what there is.
        drops_photo: whether the photo that is there goes.

    """

    day: dt.date
    spending: str
    cents: int
    words: str
    audience: str
    photo: Photo | None = None
    drops_photo: bool = False

    def says_the_same(self, entry: Entry) -> bool:
        """Return whether an entry holds exactly this."""
        fields = ("day", "spending", "cents", "words", "audience")
        is_same = all(getattr(self, name) == getattr(entry, name) for name in fields)
        return is_same and entry.removed_at is None and self._has_photo_of(entry)

    def _has_photo_of(self, entry: Entry) -> bool:
        if self.photo is not None:
            return self.photo.is_of(entry)
        return not (self.drops_photo and entry.photo)


@transaction.atomic
def write(
    week: Week, key: uuid.UUID, text: Text, seen: int, now: dt.datetime
) -> tuple[Entry, Outcome]:
    """Keep a text as the entry with this key.

    Args:
        week: in whose logbook.
        key: what the phone calls the entry.
        text: what was written.
        seen: the version that this was written over; 0 for a new entry.
        now: the moment.

    Raises:
        WritingRefusedError: the week is closed, stopped or not begun, or this is none of its days.

    """
    week = locked(week)
    entry = week.entries.filter(key=key).first()
    if entry is not None and text.says_the_same(entry):
        return entry, Outcome.SAME
    today = timezone.localdate(now)
    if not standing_of(week, today).may_write or text.day not in begun_days(week, today):
        raise WritingRefusedError
    if entry is None:
        if week.entries.count() >= MOST_ENTRIES:
            raise WritingRefusedError
        entry = Entry(week=week, key=key, version=0, made_at=now)
    elif entry.version != seen:
        return entry, Outcome.OVERTAKEN
    _put(entry, text, now)
    return entry, Outcome.KEPT


@transaction.atomic
def remove(week: Week, key: uuid.UUID, seen: int, now: dt.datetime) -> tuple[Entry, Outcome]:
    """Take an entry out of the logbook: its words, its amount and its photo are gone.

    What stays is the key, so that an old copy from another phone does not bring it back unseen.

    Raises:
        WritingRefusedError: nothing can be changed in this week any more.
        Entry.DoesNotExist: there is none with this key.

    """
    week = locked(week)
    entry = week.entries.get(key=key)
    if entry.removed_at:
        return entry, Outcome.SAME
    if not standing_of(week, timezone.localdate(now)).may_write:
        raise WritingRefusedError
    if entry.version != seen:
        return entry, Outcome.OVERTAKEN
    _forget_photo(entry)
    entry.words, entry.spending, entry.cents = "", "", 0
    entry.removed_at = now
    _save(entry, "entry-removed", now)
    return entry, Outcome.KEPT


@transaction.atomic
def share(week: Week, key: uuid.UUID, audience: str, now: dt.datetime) -> None:
    """Change who may read an entry: always possible, also when the week is long closed.

    Raises:
        Entry.DoesNotExist: there is none with this key, or it was removed.

    """
    entry = locked(week).entries.get(key=key, removed_at=None)
    if entry.audience != audience:
        entry.audience = audience
        _save(entry, "entry-shared", now)


def _put(entry: Entry, text: Text, now: dt.datetime) -> None:
    kind = "entry-changed" if entry.version else "entry-made"
    entry.day, entry.spending, entry.cents = text.day, text.spending, text.cents
    entry.words, entry.audience, entry.removed_at = text.words, text.audience, None
    if text.drops_photo or text.photo:
        _forget_photo(entry)
    if text.photo:
        text.photo.keep_in(entry)
    _save(entry, kind, now)


def _save(entry: Entry, kind: str, now: dt.datetime) -> None:
    entry.version += 1
    entry.changed_at = now
    entry.save()
    invitee = entry.week.invitee
    write_down(
        kind,
        invitee.campaign,
        invitee,
        entry=entry.pk,
        version=entry.version,
        audience=str(entry.audience),
    )


def _forget_photo(entry: Entry) -> None:
    """Remove the file once the change is certain."""
    if entry.photo:
        storage, name = entry.photo.storage, str(entry.photo.name)
        transaction.on_commit(partial(storage.delete, name))
        entry.photo = ""
