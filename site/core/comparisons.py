"""How fields of our own are compared where two versions stand side by side."""

from __future__ import annotations

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from wagtail.admin import compare

from core.enumerating import separator
from core.fields import CodesField


class CodesComparison(compare.FieldComparison):
    """A list of codes by their names: what came, what went, and what stayed."""

    def htmldiff(self) -> SafeString:
        """Return the names, those that differ marked as Wagtail marks words."""
        before, after = self.val_a or [], self.val_b or []
        shown = [
            (self._mark(code, before, after), name)
            for code, name in self.field.codes
            if code in before or code in after
        ]
        return format_html_join(separator(), '<span class="{}">{}</span>', shown)

    def _mark(self, code: str, before: list[str], after: list[str]) -> str:
        if code not in before:
            return "addition"
        return "" if code in after else "deletion"


def register() -> None:
    """Compare them so from now on."""
    compare.register_comparison_class(CodesField, comparison_class=CodesComparison)
