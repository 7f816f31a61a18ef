"""Makes each card once for each state of what stands on it."""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.core.cache import cache

from core.typesetting import CannotTypesetError, typeset
from warmtebronnen.card.content import files_of

TEMPLATE = Path(__file__).parent / "card.typ"
# A card takes a second; nobody waits for more than some.
SECONDS = 20
DAY = 86_400


def fingerprint(data: dict[str, Any]) -> str:
    """Return a name for exactly this card."""
    said = json.dumps(data, sort_keys=True) + TEMPLATE.read_text(encoding="utf-8")
    return blake2b(said.encode(), digest_size=16).hexdigest()


def card_of(data: dict[str, Any]) -> bytes | None:
    """Return the PDF; nothing while somebody else has it made, or where it cannot be.

    One card at a time is made: typesetting takes a whole processor.
    """
    name = f"card-{fingerprint(data)}"
    found: bytes | None = cache.get(name)
    if found is not None:
        return found
    if not cache.add("card-is-made", 1, SECONDS):
        return None
    try:
        made = typeset(TEMPLATE, data, files_of(data), SECONDS)
    except CannotTypesetError:
        return None
    finally:
        cache.delete("card-is-made")
    cache.set(name, made, DAY)
    return made
