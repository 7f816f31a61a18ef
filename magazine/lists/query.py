"""What the address of a list asks for. Pure: text in, text out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

# The parameters that choose, in the order in which readers see them.
CHOOSING = ("soort", "lijn", "wijk", "label", "editie", "reeks", "maker", "jaar")
PAGE = "pagina"

# A value is a slug or a number; nothing else is looked up.
_SLUG = re.compile(r"[\w-]{1,100}")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_NUMBERED = frozenset({"editie", "reeks", "jaar"})


@dataclass(frozen=True)
class Asked:
    """What a reader asks of the list.

    Attributes:
        values: the choices by parameter, as far as they can be meant.
        page: which page of the list, from 1.
        is_sound: whether the address says nothing that cannot be meant.

    """

    values: Mapping[str, str] = field(default_factory=dict)
    page: int = 1
    is_sound: bool = True

    def query(self, *, with_page: bool = False) -> str:
        """Return this as the query of an address, always in the same order; maybe empty."""
        pairs = [(name, self.values[name]) for name in CHOOSING if name in self.values]
        if with_page and self.page > 1:
            pairs.append((PAGE, str(self.page)))
        return f"?{urlencode(pairs)}" if pairs else ""

    def choosing(self, parameter: str, value: str) -> Asked:
        """Return this with one choice made, or changed, from the first page on."""
        return replace(self, values={**self.values, parameter: value}, page=1)

    def without(self, parameter: str) -> Asked:
        """Return this with one choice taken back, from the first page on."""
        rest = {name: value for name, value in self.values.items() if name != parameter}
        return replace(self, values=rest, page=1)


def read(parameters: Mapping[str, str]) -> Asked:
    """Return what the parameters of an address ask for; those of others are passed over."""
    given = {name: parameters[name] for name in CHOOSING if parameters.get(name)}
    values = {name: value for name, value in given.items() if _can_be_meant(name, value)}
    page = parameters.get(PAGE) or "1"
    is_number = bool(_NUMBER.fullmatch(page))
    return Asked(
        values=values,
        page=int(page) if is_number else 1,
        is_sound=is_number and len(values) == len(given),
    )


def _can_be_meant(name: str, value: str) -> bool:
    pattern = _NUMBER if name in _NUMBERED else _SLUG
    return bool(pattern.fullmatch(value))
