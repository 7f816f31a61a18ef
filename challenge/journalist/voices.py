"""Words that members let everybody read, each under a name by which a report can quote it.

A quote holds the name and never the words: who withdraws them, or lets fewer people read them,
takes them out of the report at that moment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from challenge.models import Answer, Campaign, Entry, Statement, Week
from challenge.vocabulary import Audience
from core.locked import LockedTextField

_NAME = re.compile(r"(?P<kind>[a-z]{1,12})-(?P<pk>[1-9]\d{0,17})")


@dataclass(frozen=True)
class Voice:
    """Words of one member that everybody may read.

    Attributes:
        name: by which they are quoted, such as `answer-12`.
        words: what was said.
        speaker: who said it.
        party: the party of that time.
        occasion: where it was said.
        campaign: the number of the campaign.

    """

    name: str
    words: str
    speaker: str
    party: str
    occasion: str | Promise
    campaign: int


def _answers() -> QuerySet[Any]:
    """Return the answers that count and may be read: an earlier one was taken back."""
    return Answer.objects.filter(audience=Audience.PUBLIC).exclude(
        invitee__answers__number__gt=F("number")
    )


def _statements() -> QuerySet[Any]:
    return Statement.objects.exclude(invitee__statements__pk__gt=F("pk"))


def _entries() -> QuerySet[Any]:
    return Entry.objects.filter(audience=Audience.PUBLIC, removed_at=None)


def _stops() -> QuerySet[Any]:
    return Week.objects.filter(stop_audience=Audience.PUBLIC).exclude(stopped_at=None)


@dataclass(frozen=True)
class _Kind:
    """A kind of words: where they are, and how they are announced."""

    rows: Callable[[], QuerySet[Any]]
    field: str
    path: str
    occasion: str | Promise

    def opened(self, text: str) -> str:
        """Return words as they were given, of how the database keeps them."""
        field = self.rows().model._meta.get_field(self.field)
        return (field.from_db_value(text) or "") if isinstance(field, LockedTextField) else text


KINDS = {
    "answer": _Kind(_answers, "words", "invitee", _("with the answer")),
    "statement": _Kind(_statements, "words", "invitee", _("statement beside the record")),
    "entry": _Kind(_entries, "words", "week__invitee", _("in the logbook")),
    "stop": _Kind(_stops, "stop_words", "invitee", _("on stopping the week")),
}


def voices(campaign: Campaign) -> Iterator[Voice]:
    """Yield everything of a campaign that may be quoted, kind by kind, in the order it was said."""
    yield from _read(
        {
            key: kind.rows().filter(**{f"{kind.path}__campaign": campaign})
            for key, kind in KINDS.items()
        }
    )


def named(names: Iterable[str]) -> dict[str, Voice]:
    """Return the voices with these names, as far as they may be quoted: one query at most."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for name in names:
        if found := _NAME.fullmatch(name):
            wanted[found["kind"]].add(int(found["pk"]))
    rows = {
        key: kind.rows().filter(pk__in=wanted[key]) for key, kind in KINDS.items() if wanted[key]
    }
    return {voice.name: voice for voice in _read(rows)}


def _read(rows: dict[str, QuerySet[Any]]) -> Iterator[Voice]:
    """Yield what is said in these rows by kind: however many kinds, one query."""
    if not rows:
        return
    first, *others = (_alike(key, found) for key, found in rows.items())
    for said in first.union(*others, all=True).order_by("rank", "row"):
        kind = KINDS[said["kind"]]
        yield Voice(
            name=f"{said['kind']}-{said['row']}",
            words=kind.opened(said["text"]).strip(),
            speaker=said["speaker"],
            party=said["of_party"],
            occasion=kind.occasion,
            campaign=said["of_campaign"],
        )


def _alike(key: str, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return rows with columns that all kinds share; the words as the database keeps them."""
    kind = KINDS[key]
    # Each kind has a lock of its own, but rows that are read together are read in one way.
    columns = {
        "rank": Value(list(KINDS).index(key)),
        "kind": Value(key, TextField()),
        "row": F("pk"),
        "text": Cast(kind.field, TextField()),
        "speaker": F(f"{kind.path}__member__name"),
        "of_party": F(f"{kind.path}__party__name"),
        "of_campaign": F(f"{kind.path}__campaign"),
    }
    return rows.exclude(**{kind.field: ""}).order_by().values(**columns)
