"""What the magazine's demo holds, in every language the same: `demo_content/tree.toml`."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils import timezone

from core.demo.faults import FOLDER, Place
from core.demo.files import check_fields, read_toml

CONTENT = Path(__file__).resolve().parents[1] / FOLDER
FILE = CONTENT / "tree.toml"
# Any fixed number will do: with it, each page gets the same translation key on every machine.
NAMESPACE = uuid.UUID("0f6d1c34-7f0a-4b55-9d3e-2a5f5ad7c9b2")
MAGAZINE = "magazine"

EDITION = {"key", "number", "season", "year", "items", "state", "picture"}
MAKER = {"key", "picture", "is_example"}
STORY = {
    "key", "type", "kind", "parent", "date", "makers", "lines", "tags", "area", "series",
    "picture", "related", "state", "remark", "consent", "states",
}  # fmt: skip
CONSENT = {
    "reference", "site", "print", "social", "naming", "given_on", "valid_until", "valid_days",
    "withdrawn",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One thing of the plan.

    Attributes:
        kind: `edition`, `maker`, `story`, `series` or `consent`.
        key: its name in the demo content.
        values: what the plan says of it.
        place: where it stands in the file.

    """

    kind: str
    key: str
    values: dict[str, Any]
    place: Place

    def state_in(self, language: str) -> str:
        """Return how far this is in a language: `live` unless the plan says otherwise."""
        states = self.values.get("states", {})
        return str(states.get(language, self.values.get("state", "live")))


@dataclass(frozen=True)
class Plan:
    """Everything that the demo holds, in the order of the file."""

    makers: dict[str, Entry] = field(default_factory=dict)
    editions: dict[str, Entry] = field(default_factory=dict)
    stories: dict[str, Entry] = field(default_factory=dict)
    series: dict[str, Entry] = field(default_factory=dict)
    consents: dict[str, Entry] = field(default_factory=dict)

    @property
    def pages(self) -> dict[str, Entry]:
        """Return all that becomes a page: makers first, stories last."""
        return self.makers | self.editions | self.stories


def read_plan() -> Plan:
    """Return the plan.

    Raises:
        DemoContentError: if an entry is incomplete or unknown.

    """
    values = read_toml(FILE)
    return Plan(
        makers=_read(values, "maker", MAKER),
        editions=_read(values, "edition", EDITION),
        stories=_read(values, "story", STORY),
        series=_read(values, "series", {"key"}),
        consents=_read(values, "consent", CONSENT, named="reference"),
    )


def translation_key(key: str) -> uuid.UUID:
    """Return what ties the languages of one demo page together."""
    return uuid.uuid5(NAMESPACE, key)


def last_day(consent: Entry) -> dt.date:
    """Return until when a consent is valid: a day, or a number of days from today."""
    if "valid_days" in consent.values:
        return timezone.localdate() + dt.timedelta(days=consent.values["valid_days"])
    return consent.values["valid_until"]


def _read(
    values: dict[str, Any], kind: str, known: set[str], named: str = "key"
) -> dict[str, Entry]:
    entries = {}
    for position, one in enumerate(values.get(kind, [])):
        place = Place(FILE).at(kind).at(position)
        check_fields(one, known, {named}, place)
        entries[one[named]] = Entry(kind, one[named], one, place)
    return entries
