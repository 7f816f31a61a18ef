"""Draws the share picture of a page: its title on warm paper, in any of our scripts.

Pure: text in, PNG bytes out. Shaping and right-to-left order come from Raqm, which
Pillow's wheels carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
PAPER, INK = "#fff8f0", "#2a1a1f"
EMBER, SUN = "#b5301a", "#f6a821"
# Noto Sans Bold, Latin, Cyrillic and Arabic in one file (OFL.txt beside it).
FONT = Path(__file__).parent / "fonts" / "noto-sans-bold.ttf"
# Title sizes in px, the largest that fits is used.
SIZES = (84, 72, 62, 54, 46, 40)
TITLE_WIDTH = 900
TITLE_HEIGHT = 330
LINE_HEIGHT = 1.22
BRAND_SIZE = 34
EYEBROW_HEIGHT = 62
COLOURS = 64


@dataclass(frozen=True)
class ShareText:
    """What stands on a share picture.

    Attributes:
        title: the page's title.
        brand: the name of the site.
        language: the language tag of the title, for its letter forms.
        right_to_left: whether the title is written from right to left.
        eyebrow: what sort of page it is, above the title; may be empty.
    """

    title: str
    brand: str
    language: str
    right_to_left: bool = False
    eyebrow: str = ""


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """Return the face at a size in px."""
    return ImageFont.truetype(str(FONT), size)


def wrap(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return the text in lines of at most `width` px, broken at spaces.

    A single word wider than the line is cut, so that nothing leaves the picture.
    """
    lines: list[str] = []
    for word in text.split():
        candidate = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(candidate) <= width:
            lines[-1] = candidate
            continue
        shown = word
        while len(shown) > 1 and font.getlength(shown) > width:
            shown = shown[:-2] + "…"
        lines.append(shown)
    return lines


def _fit(title: str, height: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """Return the largest face in which the title fits, and its lines."""
    for size in SIZES:
        font = _font(size)
        lines = wrap(title, font, TITLE_WIDTH)
        if len(lines) * size * LINE_HEIGHT <= height:
            return font, lines
    most = int(height / (SIZES[-1] * LINE_HEIGHT))
    return font, [*lines[: most - 1], f"{lines[most - 1]} …"]


def draw(text: ShareText) -> bytes:
    """Return the share picture as a PNG of 1200 x 630 px."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    far = 0 if text.right_to_left else WIDTH
    pen.ellipse((far - 260, HEIGHT - 330, far + 260, HEIGHT + 190), fill=SUN)
    pen.rectangle((0, HEIGHT - 24, WIDTH, HEIGHT), fill=EMBER)
    start = WIDTH - MARGIN if text.right_to_left else MARGIN
    anchor = "ra" if text.right_to_left else "la"
    direction = "rtl" if text.right_to_left else "ltr"
    shaping: dict[str, Any] = {"anchor": anchor, "direction": direction, "language": text.language}
    room = EYEBROW_HEIGHT if text.eyebrow else 0
    if text.eyebrow:
        above = wrap(text.eyebrow, _font(BRAND_SIZE), TITLE_WIDTH)[0]
        pen.text((start, MARGIN - 8), above, font=_font(BRAND_SIZE), fill=EMBER, **shaping)
    font, lines = _fit(text.title, TITLE_HEIGHT - room)
    for number, line in enumerate(lines):
        place = (start, MARGIN + room + number * font.size * LINE_HEIGHT)
        pen.text(place, line, font=font, fill=INK, **shaping)
    brand_place = (start, HEIGHT - MARGIN - BRAND_SIZE - 8)
    pen.text(brand_place, text.brand, font=_font(BRAND_SIZE), fill=EMBER, anchor=anchor)
    out = BytesIO()
    picture.quantize(COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
