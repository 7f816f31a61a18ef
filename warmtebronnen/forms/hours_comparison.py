"""Opening hours beside each other, as people read them and not as they are written down."""

from __future__ import annotations

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from wagtail.admin import compare
from wagtail.admin.panels import FieldPanel

from warmtebronnen import hours


def lines_of(spec: str) -> list[str]:
    """Return hours line by line in words; where words do not do, as they are written down."""
    try:
        summary = hours.summary(spec)
    except hours.HoursError:
        summary = None
    if summary is None:
        return [spec] if spec else []
    return [*map(str, summary.lines), *filter(None, [summary.remark])]


class HoursComparison(compare.TextFieldComparison):
    """Two versions of the hours."""

    def htmldiff(self) -> SafeString:
        """Return the lines that went, and all that there are now, marked as Wagtail does."""
        before, after = lines_of(self.val_a), lines_of(self.val_b)
        if before == after:
            # Another way of writing the same.
            before, after = [self.val_a], [self.val_b]
        rows = [("deletion", line) for line in before if line not in after]
        rows += [("" if line in before else "addition", line) for line in after]
        return format_html_join("", '<div class="{}">{}</div>', rows)


class HoursPanel(FieldPanel):
    """The panel of opening hours, whose versions are compared in words."""

    def get_comparison_class(self) -> type[compare.FieldComparison]:
        """Return how two versions stand side by side."""
        return HoursComparison
