"""The figures of a campaign as a report shows them: a number, a share, or a plot. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from challenge.publication.results import Index
from challenge.vocabulary import NO_ANSWER, OUTCOMES, Choice, Spending
from core.blocks.plotting.quantities import quantity_text

ANSWERED = "answered"
OUTCOMES_PLOT, SPENT_PLOT, PARTIES_PLOT = "outcomes", "spent", "parties"
NAMES: dict[str, str | Promise] = {
    code: dict(Choice.choices).get(code, gettext_lazy("No answer")) for code in OUTCOMES
}
# What can be shown as one number, and what as a plot.
NUMBERS: dict[str, str | Promise] = {ANSWERED: gettext_lazy("Gave an answer"), **NAMES}
PLOTS: dict[str, str | Promise] = {
    OUTCOMES_PLOT: gettext_lazy("The four answers"),
    SPENT_PLOT: gettext_lazy("What was spent, by kind, in public logbooks"),
    PARTIES_PLOT: gettext_lazy("The parties: score, place and band"),
}
COUNT, SHARE, PLOT = "count", "share", "plot"
PERCENT = 100


@dataclass(frozen=True)
class Bar:
    """One bar of a plot."""

    label: str
    value: Decimal


@dataclass(frozen=True)
class Number:
    """One number, large, with what it is of and where it comes from."""

    value_text: str
    statement: str
    source: str


@dataclass(frozen=True)
class Figures:
    """What can be shown.

    Attributes:
        counts: how many members stand under each of the four outcomes.
        spent: euros by kind of spending.
        parties: each party that has a place, with its score in per cents.
        source: of what all of it comes.

    """

    counts: Mapping[str, int]
    spent: Mapping[str, Decimal]
    parties: tuple[Bar, ...]
    source: str

    @property
    def total(self) -> int:
        """Return how many members stand under one of the four."""
        return sum(self.counts[code] for code in OUTCOMES)

    def of(self, what: str) -> int:
        """Return one of `NUMBERS`."""
        if what == ANSWERED:
            return self.total - self.counts[NO_ANSWER]
        return self.counts[what]

    def share(self, what: str) -> Decimal:
        """Return it in whole per cents of all members under one of the four."""
        if not self.total:
            return Decimal(0)
        exact = Fraction(self.of(what) * PERCENT, self.total)
        part = Decimal(exact.numerator) / Decimal(exact.denominator)
        return part.quantize(Decimal(1), ROUND_HALF_UP)

    def number(self, what: str, form: str) -> Number:
        """Return one of `NUMBERS` as a count or a share."""
        count, total = self.of(what), self.total
        text = (
            quantity_text(self.share(what), "%") if form == SHARE else quantity_text(Decimal(count))
        )
        said = _("%(what)s: %(count)d of %(total)d council members.")
        statement = said % {"what": NUMBERS[what], "count": count, "total": total}
        return Number(text, statement, self.source)

    def bars(self, what: str) -> tuple[Bar, ...]:
        """Return one of `PLOTS`."""
        if what == OUTCOMES_PLOT:
            return tuple(Bar(str(NAMES[one]), Decimal(self.counts[one])) for one in OUTCOMES)
        if what == SPENT_PLOT:
            kinds = dict(Spending.choices)
            return tuple(Bar(str(kinds[kind]), euros) for kind, euros in self.spent.items())
        return self.parties

    def table(self) -> list[tuple[str, str, str, str]]:
        """Return the four outcomes as rows: code, name, number and share."""
        return [
            (one, str(NAMES[one]), str(self.of(one)), quantity_text(self.share(one), "%"))
            for one in OUTCOMES
        ]


UNITS = {OUTCOMES_PLOT: "", SPENT_PLOT: "€", PARTIES_PLOT: "%"}


def figures_of(index: Index, spent: Mapping[str, Decimal]) -> Figures:
    """Return the figures of a snapshot.

    Args:
        index: the snapshot.
        spent: euros by kind of spending, which no snapshot holds.

    """
    made = formats.date_format(index.made_at, "DATE_FORMAT")
    source = _("Snapshot %(number)d of the index, %(date)s")
    return Figures(
        counts=index.counts,
        spent=spent,
        parties=tuple(_parties(index)),
        source=source % {"number": index.number, "date": made},
    )


def _parties(index: Index) -> list[Bar]:
    """Return the scores; the place never stands without its band and n."""
    said = _("%(party)s (place %(place)d, band %(low)d-%(high)d, n = %(n)d)")
    return [
        Bar(
            said
            % {
                "party": one.short_name,
                "place": one.place,
                "low": one.band[0],
                "high": one.band[1],
                "n": one.n,
            },
            Decimal(round(one.score * PERCENT * 10)) / 10,
        )
        for one in index.parties
        if one.score is not None and one.place is not None and one.band is not None
    ]


def sample() -> Figures:
    """Return figures for previews and the style guide, in Dutch as all their examples."""
    return Figures(
        counts={"no": 12, "accept": 17, "none": 9, "nonsense": 7},
        spent={"food": Decimal("412.35"), "travel": Decimal("61.20"), "care": Decimal("48.90")},
        parties=(
            Bar("Voorbeeldpartij (plaats 1, band 1-2, n = 6)", Decimal(64)),
            Bar("Partij Anders (plaats 2, band 1-3, n = 4)", Decimal(55)),
        ),
        source="Voorbeeld, stand 3 van de index",
    )
