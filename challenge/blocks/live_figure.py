"""A figure of the campaign, as it is at the moment of reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from challenge.blocks.live import LiveBlock
from core.blocks.base import NUMBER_GROUP, TITLE_HELP
from core.blocks.plot import FEWEST_POINTS, PlotBlock
from core.enumerating import listed


def _whats() -> list[tuple[str, Any]]:
    """Return what can be shown; asked when a form is drawn, because figures need models."""
    from challenge.journalist.figures import NUMBERS, PLOTS  # noqa: PLC0415 - they need blocks

    return [
        (str(_("A number")), list(NUMBERS.items())),
        (str(_("A plot")), list(PLOTS.items())),
    ]


class LiveFigureBlock(LiveBlock):
    """A count, a share or a plot out of the newest snapshot; after the launch, the released one."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("Title"), help_text=TITLE_HELP)
    what = blocks.ChoiceBlock(choices=_whats, label=_("Which figure"))
    form = blocks.ChoiceBlock(
        choices=[
            ("count", gettext_lazy("As a number")),
            ("share", gettext_lazy("As a share, in per cents")),
            ("plot", gettext_lazy("As a plot")),
        ],
        default="count",
        label=_("Form"),
    )

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Refuse a form in which this figure cannot be shown."""
        from challenge.journalist.figures import PLOT, PLOTS  # noqa: PLC0415 - as above

        what, form = value.get("what"), value.get("form")
        if what in PLOTS and form != PLOT:
            return {"form": ValidationError(gettext("This figure can only be shown as a plot."))}
        if what and what not in PLOTS and form == PLOT:
            message = gettext("This figure is one number: choose a number or a share.")
            return {"form": ValidationError(message)}
        return {}

    def drawn(self, value: Mapping[str, Any], report: Any) -> Any:
        """Return the number, or the plot."""
        from challenge.journalist.figures import PLOTS, UNITS, sample  # noqa: PLC0415 - as above

        figures = report.figures if report else sample()
        if figures is None:
            return None
        what = value["what"]
        if what not in PLOTS:
            return {"number": figures.number(what, value["form"])}
        bars = figures.bars(what)
        if len(bars) < FEWEST_POINTS:
            return None
        points = [{"label": one.label, "value": one.value} for one in bars]
        plot = {
            "title": value["title"] or str(PLOTS[what]),
            "kind": "bars",
            "unit": UNITS[what],
            "series": [{"name": "", "points": points}],
            "source": figures.source,
            "description": listed((f"{one.label}: {one.value:f}" for one in bars), longer=True),
        }
        return {"plot": PlotBlock().to_python(plot)}

    class Meta:
        """How an editor finds it."""

        group = NUMBER_GROUP
        icon = "history"
        label = _("Live figure")
        label_format = "{title} {what}"
        description = _("A count, a share or a plot of the answers, always as it is now")
        template = "challenge/blocks/live_figure.html"
        preview_value = {"title": "", "what": "outcomes", "form": "plot"}
