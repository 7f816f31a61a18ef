"""Numbers of rows that came from outside, where anything may stand in their place."""

from __future__ import annotations

# No database counts further.
MOST_DIGITS = 18


def row_number(text: str) -> int:
    """Return the number that a text is, 0 where it is none that a row can have."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0
