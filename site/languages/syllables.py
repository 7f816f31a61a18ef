"""How many syllables a Dutch word has, by its spelling.

Dutch spelling shows its syllables well: each has one vowel sound, written with one of a
few groups of letters, and a diaeresis says where a new one begins (`reünie`, `ideeën`).
Where spelling and dictionary differ, the hyphenation of the Groene Boekje decides (`sta-ti-on`).
A library for breaking lines, such as Pyphen, counts too few: it never leaves one letter alone.
"""

from __future__ import annotations

import re

# The groups that are one sound, the longest first. `eeuw` and `nieuw` are one sound, but
# `serieus` is not; `bureau` ends in one, but `geautomatiseerd` has two.
_SOUNDS = re.compile(
    r"""
    aai | ooi | oei | eeu(?=w) | ieu(?=w)
    | eau(?=s?$ | cr)
    | e(?=um(?:s|pje|$))                # mu-se-um
    | i(?=eu[^w]|eu$)                   # se-ri-eus
    | aa | ee | oo | uu | ie | oe | eu | ui | ei | ij | ĳ | au | ou
    | ai | oi | ay | ey | oy
    | [ëï]e | [ëü]i | ëu                # ge-ëerd, na-ïef, ge-üit
    | (?<!q)u | y(?![aeiou])
    | [aeio] | [àáâäãåæèéêëìíîïòóôöõøùúûüýÿœ]
    """,
    re.VERBOSE,
)
# From English, with letters that Dutch reads otherwise.
_LOANS = {
    "beat": 1, "coach": 1, "coaches": 2, "cake": 1, "deal": 1, "deals": 1, "deadline": 2,
    "email": 2, "game": 1, "games": 1, "homepage": 2, "online": 2, "offline": 2, "site": 1,
    "sites": 1, "team": 1, "teams": 1, "timeline": 2, "update": 2, "updates": 2, "website": 2,
    "websites": 2, "live": 1, "likes": 1, "mail": 1, "mails": 1,
}  # fmt: skip
# The `s` of `foto's` is no syllable.
_PLURAL = re.compile(r"(?<=\w)['’][nst]\b")
_PARTS = re.compile(r"[^\W_]+")


def syllables(word: str) -> int:
    """Return the number of syllables of a word in Dutch: at least 1.

    Of a number each digit counts for one, of an abbreviation without vowels each letter.

    Args:
        word: a word with at least one letter or digit, with or without hyphens.

    """
    parts = _PARTS.findall(_PLURAL.sub("", word.lower()))
    return max(1, sum(_of_part(part) for part in parts))


def _of_part(part: str) -> int:
    if part in _LOANS:
        return _LOANS[part]
    digits = sum(letter.isdigit() for letter in part)
    sounds = len(_SOUNDS.findall(part))
    return digits + sounds if digits or sounds else len(part)
