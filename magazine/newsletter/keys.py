"""The keys in the links of our mails.

The key that confirms is random, kept as a hash, and lives for two days. The links in later mails
must work as long as the mail exists, so nothing is kept of them: they carry the number of the
subscriber, signed. Once somebody is no subscriber, their links lead nowhere.
"""

from __future__ import annotations

import hashlib
import secrets

from django.core.signing import BadSignature, Signer

_SUBSCRIBER = "magazine.newsletter.subscriber"
_LETTER = "magazine.newsletter.letter"


def new_key() -> str:
    """Return a key that nobody can guess."""
    return secrets.token_urlsafe(32)


def hash_of(key: str) -> str:
    """Return what is kept of a key. It is random and long, so no salt is needed."""
    return hashlib.sha256(key.encode()).hexdigest()


def subscriber_token(number: int) -> str:
    """Return what stands in the links of this subscriber's mails."""
    return Signer(salt=_SUBSCRIBER).sign(str(number))


def subscriber_number(token: str) -> int | None:
    """Return the number of the subscriber, or None for a token that is not ours."""
    return _number(Signer(salt=_SUBSCRIBER), token)


def letter_token(number: int) -> str:
    """Return what stands in the Message-ID of this letter."""
    return Signer(salt=_LETTER, sep=".").sign(str(number))


def letter_number(token: str) -> int | None:
    """Return the number of the letter, or None for a token that is not ours."""
    return _number(Signer(salt=_LETTER, sep="."), token)


def _number(signer: Signer, token: str) -> int | None:
    try:
        return int(signer.unsign(token))
    except (BadSignature, ValueError):
        return None
