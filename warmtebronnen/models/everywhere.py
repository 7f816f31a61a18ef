"""Pages that are shown in every language, their words in one that they have."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from warmtebronnen.addresses import CODES


class InEveryLanguage:
    """A page that is shown to readers of a language in which nobody wrote it.

    Attributes:
        shown_in: the language that it is shown in; nothing where that is its own.
        is_everywhere: that it is one of these, to whoever may not import this class.

    """

    is_everywhere = True

    shown_in = ""

    def path_in(self, code: str) -> str:
        """Return its address in a language. Each page type says it."""
        raise NotImplementedError

    def show_in(self, code: str, trail: list[Any]) -> None:
        """Show it to readers of a language, below these pages."""
        self.shown_in = code
        self.trail = trail

    @property
    def is_foreign(self) -> bool:
        """Return whether its words are in another language than the reader's."""
        return bool(self.shown_in) and self.shown_in != self.locale.language_code  # type: ignore[attr-defined]

    @property
    def addresses_by_language(self) -> dict[str, str]:
        """Return its address in every language, for the language switcher and search engines."""
        return {code: self.path_in(code) for code in CODES}

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        """Return its address in the language that it is shown in."""
        parts = super().get_url_parts(request)  # type: ignore[misc]
        if not parts or not self.shown_in:
            return parts
        return (*parts[:2], self.path_in(self.shown_in))
