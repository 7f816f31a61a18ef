"""The style of our mails, light and dark, from the site's own tokens.

Mail programs know neither custom properties nor `light-dark()`, and a mail cannot refer to a
stylesheet. So `static/css/mail.css` is written with tokens as all our styles are, and here each
token becomes its colour.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders

_HEX = r"#[0-9a-f]{3,8}"
_LIGHT = re.compile(rf"--([\w-]+): ({_HEX});")
_BOTH = re.compile(rf"--([\w-]+): light-dark\(({_HEX}), ({_HEX})\);")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"var\(--([\w-]+)\)")


def styled(rules: str, tokens: str) -> str:
    """Return the rules with the light colours, followed by the dark ones for who wants those.

    Raises:
        KeyError: the rules use a token that there is not.

    """
    rules = " ".join(_COMMENT.sub("", rules).split())
    light = dict(_LIGHT.findall(tokens))
    dark = light | {name: colour for name, _light, colour in _BOTH.findall(tokens)}
    by_day = _TOKEN.sub(lambda found: light[found[1]], rules)
    by_night = _TOKEN.sub(lambda found: dark[found[1]], rules)
    return f"{by_day} @media (prefers-color-scheme: dark) {{ {by_night} }}"


@cache
def mail_css() -> str:
    """Return the style of every mail."""
    return styled(_read("css/mail.css"), _read("css/tokens.css"))


def _read(name: str) -> str:
    found = finders.find(name)
    return Path(str(found)).read_text(encoding="utf-8")
