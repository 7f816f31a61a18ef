"""The figures as plots, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from core.blocks.plot import PlotBlock, PlotValue
from core.enumerating import listed
from warmtebronnen.figures.counting import Confirmed, Figures
from warmtebronnen.vocabulary import Need

Counts = Iterable[tuple[str | Promise, int]]


def plots_of(figures: Figures, areas: dict[str, str]) -> list[PlotValue]:
    """Return the plots of the page: where, what and how current.

    Args:
        figures: the counts.
        areas: the name of every area by its key, those without a place too.

    """
    by_need = [(need.label, figures.by_need[need.value]) for need in Need]
    by_area = [(name, figures.by_area[key]) for key, name in areas.items()]
    return [
        _plot(_("Where the places are"), _descending(by_area)),
        _plot(_("What there is"), _descending(by_need)),
        _plot(_("When somebody last said that all is right"), _confirmed(figures)),
    ]


def _confirmed(figures: Figures) -> Counts:
    asked, stale = settings.WARMTEBRON_CONFIRM_AFTER_DAYS, settings.WARMTEBRON_STALE_AFTER_DAYS
    names = {
        Confirmed.LATELY: _("Less than %(days)s days ago") % {"days": asked},
        Confirmed.IN_TIME: _("%(days)s to %(most)s days ago") % {"days": asked, "most": stale},
        Confirmed.LONG_AGO: _("Longer ago"),
        Confirmed.NEVER: _("Never yet"),
    }
    return [(name, figures.by_confirmed[key]) for key, name in names.items()]


def _descending(counts: Counts) -> Counts:
    return sorted(counts, key=lambda pair: (-pair[1], str(pair[0])))


def _plot(title: str, counts: Counts) -> PlotValue:
    points = [{"label": str(label), "value": number} for label, number in counts]
    words = listed((f"{point['label']}: {point['value']}" for point in points), longer=True)
    stored: dict[str, Any] = {
        "title": title,
        "kind": "bars",
        "unit": "",
        "series": [{"name": "", "points": points}],
        "source": "",
        "description": words,
    }
    plot: PlotValue = PlotBlock().to_python(stored)
    return plot
