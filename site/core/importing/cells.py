"""What every cell must be before a feature asks what it means."""

from __future__ import annotations

import unicodedata

from django.utils.translation import gettext as _


class CellError(ValueError):
    """A cell that means nothing; the message says why."""


def clean_text(text: str) -> str:
    """Return a text without blanks around it.

    Raises:
        CellError: there are signs in it that no keyboard makes.

    """
    plain = text.replace("\r\n", "\n").strip()
    if any(unicodedata.category(sign) == "Cc" and sign not in "\n\t" for sign in plain):
        raise CellError(_("There are signs here that cannot be shown."))
    return plain
