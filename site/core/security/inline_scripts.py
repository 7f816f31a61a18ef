"""Which of the admin's inline scripts may run.

Wagtail 8 and wagtail-localize write a few scripts into the admin's HTML and know
no nonces (https://github.com/wagtail/wagtail/issues/1288). Marking every inline
script would also mark one that somebody smuggled in, so a script is marked only
if it is one of the known ones: a known constructor or function called with
nothing but JSON, or a text that is known word for word.
"""

from __future__ import annotations

import hashlib
import json
import re

_INLINE_SCRIPT = re.compile(
    r"<script(?P<type> type=\"text/javascript\")?>(?P<body>.*?)</script>", re.DOTALL
)
_KNOWN_CALL = re.compile(
    r"(?:new )?(?:init(?:Date|Time|DateTime)Chooser"
    r"|(?:[A-Za-z]+\.)*[A-Za-z]*Chooser)\((?P<arguments>.*)\);?",
    re.DOTALL,
)
_KNOWN_PANEL = re.compile(
    r"\(function\(\) \{\s*var panel = new (?:Inline|MultipleChooser)Panel"
    r"\(JSON\.parse\((?P<arguments>\"[^\"]*\")\)\);\s*\}\)\(\);"
)
# wagtail-localize's scripts, white space aside. After an upgrade that changes
# one, the admin's browser test fails and `fingerprint` gives the new value.
KNOWN_TEXTS = {
    "edit_translation.html": "42a9ef91c6a3c2f743bc6744fa4d08c8525a981c0ad6ab0be8c81868009f4d22",
    "submit_translation.html": "42d7c75aa11815173ae3fadc5fb93d55947d9c36846daf1ec14fec3bf8ac83af",
}


def fingerprint(body: str) -> str:
    """Return what a script's text is known by, white space and addresses aside."""
    plain = re.sub(r"\"/[\w/-]*\"", '"/"', " ".join(body.split()))
    return hashlib.sha256(plain.encode()).hexdigest()


def is_known(body: str) -> bool:
    """Return whether the admin's own code wrote the script with this text."""
    body = body.strip()
    match = _KNOWN_CALL.fullmatch(body) or _KNOWN_PANEL.fullmatch(body)
    if match is None:
        return fingerprint(body) in KNOWN_TEXTS.values()
    try:
        json.loads(f"[{match['arguments']}]")
    except ValueError:
        return False
    return True


def has_known_script(html: str) -> bool:
    """Return whether there is a script that `mark_known_scripts` would mark."""
    return any(is_known(match["body"]) for match in _INLINE_SCRIPT.finditer(html))


def mark_known_scripts(html: str, nonce: str) -> str:
    """Return the HTML with the nonce on each known inline script."""

    def mark(match: re.Match[str]) -> str:
        if not is_known(match["body"]):
            return match[0]
        kind = match["type"] or ""
        return f'<script{kind} nonce="{nonce}">{match["body"]}</script>'

    return _INLINE_SCRIPT.sub(mark, html)
