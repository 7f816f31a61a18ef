"""Keeps personal data locked in the database, and finds it there without unlocking.

Everything is locked for one purpose: what one feature locked, another cannot open. The
keys come from `SECRET_KEY`; what was locked with a key in `SECRET_KEY_FALLBACKS` still opens,
and is locked with the new one the next time that it is saved.
"""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from django.conf import settings


class SealedError(ValueError):
    """What none of our keys opens: it was altered, or its key is gone."""


class Vault:
    """Locks and unlocks for one purpose."""

    def __init__(self, purpose: str) -> None:
        """Name the purpose. Whoever changes the name loses what was locked under it."""
        self.purpose = purpose

    def lock(self, content: bytes) -> bytes:
        """Return the content as it is kept; twice the same gives two different results."""
        return self._fernet().encrypt(content)

    def unlock(self, locked: bytes) -> bytes:
        """Return the content that `lock` was given.

        Raises:
            SealedError: it was altered, or locked with a key that we have no longer.

        """
        try:
            return self._fernet().decrypt(locked)
        except InvalidToken as error:
            message = f"This cannot be unlocked for {self.purpose!r}"
            raise SealedError(message) from error

    def lock_text(self, text: str) -> str:
        """Return a text as it is kept, in letters and digits."""
        return self.lock(text.encode()).decode()

    def unlock_text(self, locked: str) -> str:
        """Return the text that `lock_text` was given.

        Raises:
            SealedError: as `unlock`.

        """
        return self.unlock(locked.encode()).decode()

    def mark(self, text: str) -> str:
        """Return what the text is found by: the same for the same text, useless without our key."""
        return self.marks(text)[0]

    def marks(self, text: str) -> list[str]:
        """Return every mark that this text may have been given, the newest key's first."""
        return [
            hmac.new(key, b"mark:" + text.encode(), hashlib.sha256).hexdigest()
            for key in self._keys()
        ]

    def _fernet(self) -> MultiFernet:
        return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in self._keys()])

    def _keys(self) -> list[bytes]:
        secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
        purpose = f"{self.purpose}:".encode()
        return [hashlib.sha256(purpose + str(secret).encode()).digest() for secret in secrets]
