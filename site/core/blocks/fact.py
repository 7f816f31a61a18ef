"""A figure from the records, with its source."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.blocks.base import NUMBER_GROUP, BlockValue, FieldsBlock
from core.blocks.choosers import RecordChooserBlock


def sample_fact() -> SimpleNamespace:
    """Return a fact for previews: what the template asks of one, and nothing else."""
    return SimpleNamespace(
        statement="14,5% van de Rotterdammers leeft in armoede.",
        value=14.5,
        unit="percent",
        value_text="14,5%",
        where="Rotterdam",
        year=2018,
        has_comparison=True,
        comparison_value=7.9,
        comparison_text="7,9%",
        comparison_where="Nederland",
        source_title="Armoede en sociale uitsluiting",
        source_publisher="CBS",
        source_url="https://www.cbs.nl/",
        is_due_for_review=True,
    )


def is_public(record: Any) -> bool:
    """Return whether a record is there and published."""
    return record is not None and getattr(record, "live", True)


class FactValue(BlockValue):
    """A fact, as long as it is published."""

    @property
    def is_shown(self) -> bool:
        """Return whether the fact is still there."""
        return is_public(self["fact"])


def _sample() -> dict[str, Any]:
    return {"fact": sample_fact()}


class FactBlock(FieldsBlock):
    """One fact, kept up to date in the records."""

    fact = RecordChooserBlock(
        "projects.Fact",
        label=_("Fact"),
        help_text=_("Change the figure itself under 'Facts': every page then shows the new one."),
    )

    class Meta:
        """How an editor finds it."""

        group = NUMBER_GROUP
        icon = "tag"
        label = _("Fact")
        description = _("One figure, large, with its source")
        template = "core/blocks/fact.html"
        value_class = FactValue
        preview_value = staticmethod(_sample)
