"""What pages and blocks ask of the records, in the reader's language."""

from __future__ import annotations

from django.db.models import QuerySet

from projects.models import ProgrammeLine


def programme_lines(language_code: str) -> QuerySet[ProgrammeLine]:
    """Return the live programme lines in this language, in order, each with its page.

    One query. Where a line lacks the language it comes in another one: its own
    language is `line.locale.language_code`.
    """
    return ProgrammeLine.objects.for_language(language_code).select_related("page")
