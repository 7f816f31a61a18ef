"""From numbers to a scale with round ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

# Numbers that differ less than this part of their size are drawn as equal.
_SAME = Decimal("1e-9")
_NICE = (Decimal(1), Decimal(2), Decimal(5))
_PRECISION = 60
FEWEST_TICKS = 3


def exact(number: Decimal | float) -> Decimal:
    """Return the number as a person would write it.

    Raises:
        ValueError: if it is not finite.

    """
    value = number if isinstance(number, Decimal) else Decimal(str(number))
    if not value.is_finite():
        message = f"{number!r} cannot be drawn"
        raise ValueError(message)
    return value


@dataclass(frozen=True)
class Scale:
    """An axis: its ticks, evenly spaced, from the lowest to the highest."""

    ticks: tuple[Decimal, ...]

    def position(self, number: Decimal | float) -> float:
        """Return where the number lies, in percents of the axis."""
        low, high = self.ticks[0], self.ticks[-1]
        with localcontext(prec=_PRECISION):
            return float((exact(number) - low) / (high - low) * 100)


def nice_scale(numbers: Iterable[Decimal | float], *, most: int = 5) -> Scale:
    """Return a scale that covers the numbers with at most `most` ticks (three or more).

    Its ticks are multiples of 1, 2 or 5 times a power of ten. Equal numbers are
    drawn against zero.
    """
    with localcontext(prec=_PRECISION):
        values = [exact(number) for number in numbers]
        low, high = min(values), max(values)
        if high - low <= max(abs(low), abs(high)) * _SAME:
            low, high = min(low, Decimal(0)), max(high, Decimal(0))
        if low == high:
            high = low + 1
        return Scale(tuple(_ticks(low, high, max(most, FEWEST_TICKS))))


def _ticks(low: Decimal, high: Decimal, most: int) -> list[Decimal]:
    power = ((high - low) / (most - 1)).adjusted()
    while True:
        for nice in _NICE:
            step = nice.scaleb(power)
            first = (low / step).to_integral_value(ROUND_FLOOR)
            last = (high / step).to_integral_value(ROUND_CEILING)
            if last - first < most:
                return [step * number for number in range(int(first), int(last) + 1)]
        power += 1
