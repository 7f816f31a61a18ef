"""Tokens of links in mails: a name that a row is found by, and a secret that only the mail holds.

Who keeps a link keeps its name and a digest of its secret, and compares in constant time.
"""

from __future__ import annotations

import re
import secrets

_NAME_BYTES = 12
NAME_LENGTH = 16
_SECRET_BYTES = 32
# PostgreSQL refuses to look for what no text can hold.
_MADE_OF = re.compile(r"[A-Za-z0-9_-]{17,100}")


def name_and_secret() -> tuple[str, str]:
    """Return a new name and a new secret; one after the other they are the token."""
    return secrets.token_urlsafe(_NAME_BYTES), secrets.token_urlsafe(_SECRET_BYTES)


def parted(token: str) -> tuple[str, str] | None:
    """Return the name and the secret of a token; None for what cannot be one."""
    if not _MADE_OF.fullmatch(token):
        return None
    return token[:NAME_LENGTH], token[NAME_LENGTH:]
