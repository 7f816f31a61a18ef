"""The method in plain words: what counts, how heavily, and how we try whether a place holds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise

from challenge.index import FEW, scenarios_for
from challenge.index_input import FACTS
from challenge.models import Campaign, Method
from challenge.public.scenarios import scenario_name
from challenge.publication.methods import digest_of_method
from challenge.vocabulary import FactKey


@dataclass(frozen=True)
class Weight:
    """A fact with its part of the whole, as an exact fraction."""

    name: str | Promise
    share: Fraction


def weights_of(method: Method) -> list[Weight]:
    """Return how heavily each fact weighs: together they are one."""
    weights = {fact: Fraction(text) for fact, text in method.weights.items()}
    whole = sum(weights.values())
    return [Weight(FactKey(fact).label, weights[fact] / whole) for fact in FACTS]


def method_context(campaign: Campaign) -> dict[str, Any]:
    """Return what the page of the method shows. It was approved: that was asked before."""
    method: Any = campaign.method
    weighed = [Fraction(method.weights[fact]) for fact in FACTS]
    return {
        "method": method,
        "weights": weights_of(method),
        "scenarios": [scenario_name(one.name) for one in scenarios_for(weighed)],
        "digest": campaign.method_digest or digest_of_method(method),
        "is_fixed": bool(campaign.method_digest),
        "few": FEW,
    }
