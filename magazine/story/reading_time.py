"""How long a text takes to read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Of plain text, most readers read about so many words a minute.
WORDS_A_MINUTE = 200
MOST_MINUTES = 999

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def minutes(texts: Iterable[str]) -> int:
    """Return the minutes that it takes to read these texts: whole ones, at least one."""
    words = sum(len(_WORD.findall(text)) for text in texts)
    return min(max(1, round(words / WORDS_A_MINUTE)), MOST_MINUTES)
