"""Finds ways to reach a person in words that somebody typed."""

from __future__ import annotations

import re

# Also as people write it to keep it from machines: name (at) example.org.
_EMAIL = re.compile(
    r"\S*\w\S*@\w\S*|[\w.+-]+\s?(?:@|[(\[]at[)\]])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
# Eight digits or more, however they are parted; dates and amounts have fewer.
_PHONE = re.compile(r"(?<![\w.,])\+?\(?\d(?:[\s().\-/]{0,3}\d){7,}(?!\w)")
_DATE = re.compile(r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b")
_POSTCODE = re.compile(r"\b[1-9]\d{3}(?:\s?[A-Z]{2}|[a-z]{2})\b")
_STREET = re.compile(
    r"\w*(?:straat|laan|weg|plein|kade|singel|hof|gracht|dijk|pad|steeg|plantsoen|park|str\.)"
    r"\s+\d+",
    re.IGNORECASE,
)


def holds_address(words: str) -> bool:
    """Return whether the words may hold an e-mail, telephone, post or street address.

    It rather finds one too many: a note that is held back costs little.
    """
    plain = _DATE.sub(" ", words)
    return any(one.search(plain) for one in (_EMAIL, _PHONE, _POSTCODE, _STREET))


def without_emails(words: str, instead: str) -> str:
    """Return the words with something else in the place of each e-mail address."""
    return _EMAIL.sub(instead.replace("\\", r"\\"), words)
