"""Puts a page's stylesheets, script and fonts inside it, so that it opens from a stick."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.html import format_html
from django.utils.safestring import SafeString

SCRIPT = "js/presentation.js"
# In this order, as the served page has them.
STYLES = ("css/reset.css", "css/fonts.css", "css/tokens.css", "css/presentation.css")
_FONT = re.compile(r'url\("\.\./(?P<file>fonts/[\w.-]+\.woff2)"\)')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Inside:
    """What the file holds in the place of links to files.

    Attributes:
        policy: its own Content-Security-Policy: this style, script and these fonts, and nothing
            from anywhere else.
        style: the style element.
        script: the script element, for the end of the page.

    """

    policy: str
    style: SafeString
    script: SafeString


def inside() -> Inside:
    """Return all that the page needs, as elements to put inside it."""
    css = "\n".join(_COMMENT.sub("", _read(name).decode()) for name in STYLES)
    style = _FONT.sub(lambda found: f'url("{_data(found["file"])}")', css)
    script = _read(SCRIPT).decode()
    allowed = f"style-src {_fingerprint(style)}; script-src {_fingerprint(script)}"
    # Files of our own, which cannot end their element: a test looks.
    return Inside(
        policy=f"default-src 'none'; {allowed}; font-src data:",
        style=format_html("<style>{}</style>", SafeString(style)),
        script=format_html("<script>{}</script>", SafeString(script)),
    )


def _fingerprint(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _data(name: str) -> str:
    return f"data:font/woff2;base64,{base64.b64encode(_read(name)).decode()}"


def _read(name: str) -> bytes:
    """Return a static file as it was written; `collectstatic` changes only addresses in it.

    Raises:
        FileNotFoundError: there is none.

    """
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    return Path(found).read_bytes()
