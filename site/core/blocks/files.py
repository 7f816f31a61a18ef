"""Whether a chosen file is of the kind that a block can use."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError

from core.models.documents import SiteDocument
from core.security.documents import is_what_it_says


def file_errors(
    document: SiteDocument | None, endings: Collection[str], message: str
) -> dict[str, ValidationError]:
    """Return an error for the field `file`, unless name and content are of an accepted kind.

    Uploads are checked too; this also holds for files that came in by another way.
    """
    if document is None:
        return {}
    if document.file_extension.lower() not in endings:
        return {"file": ValidationError(message, code="kind")}
    try:
        with document.open_file() as file:
            fits = is_what_it_says(file, document.filename)
    except OSError:
        fits = False
    return {} if fits else {"file": ValidationError(message, code="content")}
