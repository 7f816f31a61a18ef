"""Links that a phone acts on: to call, to write, to be led there. No database."""

from __future__ import annotations

import re
from urllib.parse import quote

from warmtebronnen.directory.postcodes import Point

_COUNTRY = "31"


def international(number: str) -> str:
    """Return the digits of a number with the country first, as WhatsApp wants them."""
    digits = re.sub(r"\D", "", re.sub(r"^\+(\d+)\s*\(0\)", r"+\1", number.strip()))
    if number.strip().startswith("+"):
        return digits
    if digits.startswith("00"):
        return digits[2:]
    return f"{_COUNTRY}{digits[1:]}" if digits.startswith("0") else digits


def call_link(number: str) -> str:
    """Return the link that calls; short numbers, such as 14010, are called as they are."""
    digits = re.sub(r"\D", "", number)
    is_short = not digits.startswith("0") and not number.strip().startswith("+")
    return f"tel:{digits}" if is_short else f"tel:+{international(number)}"


def whatsapp_link(number: str) -> str:
    """Return the link that opens a conversation."""
    return f"https://wa.me/{international(number)}"


def map_links(point: Point | None, address: str) -> dict[str, str]:
    """Return the links that show where a place is: in the phone's own app, and on the web."""
    if point is None and not address:
        return {}
    if point is None:
        return {"web": f"https://www.openstreetmap.org/search?query={quote(address)}"}
    at = f"{point.latitude:.5f},{point.longitude:.5f}"
    name = quote(address)
    return {
        "app": f"geo:{at}?q={at}({name})" if name else f"geo:{at}?q={at}",
        "web": "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}".format(
            f"{point.latitude:.5f}", f"{point.longitude:.5f}"
        ),
    }
