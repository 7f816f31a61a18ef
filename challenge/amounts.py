"""Money in whole cents: read as people type it, and added up. Pure."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

# More than this is a slip of the finger, in one entry of a week on so little.
MOST_CENTS = 100_000
CENTS = 100
# Longer is no amount, and not worth a look.
_LONGEST = 30
_CURRENCY = re.compile(r"€|\b(?:eur|euro|euros)\b", re.IGNORECASE)
_MINUS = re.compile(r"^\(|^[-−–—]|[-−–—]$")
# '12,-' is how many write a round amount.
_ROUND = re.compile(r"[.,][-−–—]{1,2}$")
_PLAIN = re.compile(r"(?P<euros>\d*)(?:[.,](?P<cents>\d{0,2}))?")
# Thousands are only told from cents where both are there: '1.000' alone can be either.
_GROUPED = re.compile(
    r"(?P<euros>\d{1,3}(?P<sep>[., '])\d{3}(?:(?P=sep)\d{3})*)[.,](?P<cents>\d{2})"
)


class Fault(enum.Enum):
    """Why something is no amount."""

    UNREADABLE = "unreadable"
    NEGATIVE = "negative"
    TOO_MUCH = "too much"


# In words for who typed it.
MESSAGES = {
    Fault.UNREADABLE: _("Write the amount as 12,50."),
    Fault.NEGATIVE: _("An amount cannot be less than zero."),
    Fault.TOO_MUCH: _("This is more than 1000 euros. Look at the amount again."),
}


class AmountError(ValueError):
    """What was typed is no amount that can be kept."""

    def __init__(self, fault: Fault) -> None:
        """Take what is wrong."""
        super().__init__(fault.value)
        self.fault = fault

    @property
    def message(self) -> str:
        """Return it in plain words."""
        return str(MESSAGES[self.fault])


def parse(text: str) -> int:
    """Return the cents of an amount as people type it: '12,50', '12.50', '€ 12', '12,-'.

    Raises:
        AmountError: it cannot be read as one amount, is negative, or is more than 1000 euros.

    """
    plain = " ".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())
    if len(text) > _LONGEST:
        raise AmountError(Fault.UNREADABLE)
    number = _ROUND.sub("", _CURRENCY.sub("", plain).strip())
    if _MINUS.search(number):
        raise AmountError(Fault.NEGATIVE)
    found = _GROUPED.fullmatch(number) or _PLAIN.fullmatch(number)
    if found is None or not any(character.isdecimal() for character in number):
        raise AmountError(Fault.UNREADABLE)
    euros = int(re.sub(r"\D", "", found["euros"]) or 0)
    cents = euros * CENTS + int((found["cents"] or "").ljust(2, "0"))
    if cents > MOST_CENTS:
        raise AmountError(Fault.TOO_MUCH)
    return cents


def written(cents: int) -> str:
    """Return an amount as a form shows it again: '12,50'; empty for nothing."""
    return f"{cents // CENTS},{cents % CENTS:02}" if cents else ""


@dataclass(frozen=True)
class Balance:
    """How a week on an amount stands, in cents.

    Attributes:
        amount: what there is for the week.
        spent: what went to what the amount is for.
        beside: what went to other things.

    """

    amount: int
    spent: int
    beside: int

    @property
    def left(self) -> int:
        """Return what is left; nothing where more was spent."""
        return max(0, self.amount - self.spent)

    @property
    def over(self) -> int:
        """Return how much more was spent than there was."""
        return max(0, self.spent - self.amount)

    @property
    def is_within(self) -> bool:
        """Return whether no more was spent than there was."""
        return self.spent <= self.amount

    @property
    def drawn(self) -> int:
        """Return how far a bar of what was spent goes: at most to its end."""
        return min(self.spent, self.amount)


def balance(amount: int, covers: Collection[str], spendings: Iterable[tuple[str, int]]) -> Balance:
    """Return how a week stands.

    Args:
        amount: what there is for it, in cents.
        covers: the kinds of spending that this is for.
        spendings: what was spent, each with its kind and its cents.

    """
    spent = beside = 0
    for kind, cents in spendings:
        if kind in covers:
            spent += cents
        else:
            beside += cents
    return Balance(amount, spent, beside)
