"""What the address of the directory asks for. Pure: text in, text out.

Whatever cannot be meant is passed over, so that no address, however it was cut or altered, ends in
an error. Only a postcode that leads nowhere is told to the reader: they typed it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from warmtebronnen.directory.entries import YES
from warmtebronnen.directory.postcodes import Point, PostcodeError, centre_of

# What chooses, in the order in which readers are asked, and then the page of the list.
CHOOSING = ("wat", "gebied", "wijk", "taal", "open", "gratis", "zonderverwijzing", "rolstoel")
FLAGS = frozenset({"gratis", "zonderverwijzing", "rolstoel"})
POSTCODE, LATITUDE, LONGITUDE, PAGE = "postcode", "lat", "lon", "pagina"
# Open now, or on a day of the week.
NOW = "nu"
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
# Parameters by which a page may be kept: a postcode only where it is empty.
KEPT = frozenset({*CHOOSING, POSTCODE, PAGE})

_VALUE = re.compile(r"[\w-]{1,100}")
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_DEGREES = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,8})?")
# Three decimals are some 80 metres: near enough to sort by, too coarse for a front door.
_DECIMALS = 3


@dataclass(frozen=True)
class Asked:
    """What a reader asks of the directory.

    Attributes:
        values: the choices by parameter, as far as they can be meant.
        postcode: what was typed.
        postcode_error: why it leads nowhere.
        near: the point that distances are reckoned from.
        page: which page of the list, from 1.

    """

    values: Mapping[str, str] = field(default_factory=dict)
    postcode: str = ""
    postcode_error: PostcodeError | None = None
    near: Point | None = None
    page: int = 1

    @property
    def is_personal(self) -> bool:
        """Return whether this tells where somebody is."""
        return bool(self.postcode or self.near)

    @property
    def position(self) -> dict[str, str]:
        """Return the coarse position that the reader sent, as parameters; nothing without one."""
        if self.postcode or self.near is None:
            return {}
        return {LATITUDE: f"{self.near.latitude:.3f}", LONGITUDE: f"{self.near.longitude:.3f}"}

    def query(self, **changed: str) -> str:
        """Return this as the query of an address, with some choices changed, or taken back by ''.

        The page is left out: another choice begins at the first.
        """
        values = {**self.values, POSTCODE: self.postcode, **self.position, **changed}
        names = (*CHOOSING, POSTCODE, LATITUDE, LONGITUDE)
        pairs = [(name, values[name]) for name in names if values.get(name)]
        return f"?{urlencode(pairs)}" if pairs else ""


def read(parameters: Mapping[str, str]) -> Asked:
    """Return what the parameters of an address ask for; all others are passed over."""
    values = {
        name: value
        for name in CHOOSING
        if _VALUE.fullmatch(value := parameters.get(name) or "")
        and (name not in FLAGS or value == YES)
        and (name != "open" or value in {NOW, *DAYS})
    }
    postcode = (parameters.get(POSTCODE) or "").replace("\x00", "").strip()[:20]
    near, error = _near(postcode)
    page = parameters.get(PAGE) or ""
    return Asked(
        values=values,
        postcode=postcode,
        postcode_error=error,
        near=near or (None if postcode else _position(parameters)),
        page=int(page) if _NUMBER.fullmatch(page) else 1,
    )


def _near(postcode: str) -> tuple[Point | None, PostcodeError | None]:
    if not postcode:
        return None, None
    try:
        return centre_of(postcode), None
    except PostcodeError as error:
        return None, error


def _position(parameters: Mapping[str, str]) -> Point | None:
    """Return a position that a phone gave, made coarse."""
    latitude, longitude = parameters.get(LATITUDE) or "", parameters.get(LONGITUDE) or ""
    if not (_DEGREES.fullmatch(latitude) and _DEGREES.fullmatch(longitude)):
        return None
    return Point(round(float(latitude), _DECIMALS), round(float(longitude), _DECIMALS))
