"""What a printed edition needs beside its words: pictures, and links as codes for a phone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from core.seo.metadata import absolute
from core.typesetting import code
from magazine.print.richtext import paragraphs

# Sharp in print on half a page; flat drawings and photos alike stay small.
WIDE = "width-1400|format-jpeg|jpegquality-80"
TILE = "fill-700x525|format-jpeg|jpegquality-80"
COVER = "fill-1400x{height}|format-jpeg|jpegquality-80"
POSTER = "fill-960x540|format-jpeg|jpegquality-80"


@dataclass
class Gathering:
    """The files that go along with a text: what they are made of, made only when they are needed.

    Attributes:
        pictures: by name, the picture and how it is cut.
        codes: by name, the address that a code stands for.

    """

    pictures: dict[str, tuple[Any, str]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def picture(self, image: Any, spec: str = WIDE) -> str:
        """Return the name of a picture's file. The name changes with what the file shows."""
        said = f"{image.file_hash or image.file.name} {image.get_focal_point()} {spec}"
        name = f"picture-{image.pk}-{_digest(said)}.jpg"
        self.pictures[name] = (image, spec)
        return name

    def code(self, address: str) -> str:
        """Return the name of the file of a code."""
        name = f"code-{_digest(address)}.svg"
        self.codes[name] = address
        return name

    def files(self) -> dict[str, bytes]:
        """Return all files. A picture whose file is gone is left out."""
        made = {name: code(address) for name, address in self.codes.items()}
        for name, (image, spec) in self.pictures.items():
            if data := _picture(image, spec):
                made[name] = data
        return made


@dataclass
class Links:
    """The links of an edition, numbered in the order in which they are met."""

    gathering: Gathering
    found: dict[str, dict[str, Any]] = field(default_factory=dict)

    def paragraphs(self, text: Any) -> list[dict[str, Any]]:
        """Return rich text as data, with its links numbered."""
        html = text.__html__() if hasattr(text, "__html__") else str(text or "")
        return paragraphs(html.replace('href="/', f'href="{absolute("/")}'), self.number)

    def number(self, address: str, label: str) -> int:
        """Return the number of an address, 0 for one that a phone's camera does not open."""
        if urlsplit(address).scheme not in {"http", "https"}:
            return 0
        if address not in self.found:
            self.found[address] = {
                "number": len(self.found) + 1,
                "href": address,
                "label": label,
                "shown": _shown(address),
                "code": self.gathering.code(address),
            }
        return int(self.found[address]["number"])

    def listed(self, after: int = 0) -> list[dict[str, Any]]:
        """Return the links with a higher number than this, in order."""
        return list(self.found.values())[after:]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _shown(address: str) -> str:
    """Return an address as people say it."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


def _picture(image: Any, spec: str) -> bytes:
    try:
        rendition = image.get_rendition(spec)
        with rendition.file.open() as file:
            return bytes(file.read())
    except OSError:
        return b""
