"""The kinds of spending of a campaign, as they are offered: what the amount is for comes first."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from challenge.models import Campaign
from challenge.vocabulary import Spending

Kinds = list[tuple[str, Any]]


def kinds_of(campaign: Campaign) -> list[tuple[Any, Kinds]]:
    """Return the kinds in two groups: what the amount is for, and the others; none is empty."""
    covered = [kind for kind in Spending.choices if kind[0] in campaign.covers]
    others = [kind for kind in Spending.choices if kind[0] not in campaign.covers]
    groups = [(_("From the amount"), covered), (_("Not from the amount"), others)]
    return [(name, kinds) for name, kinds in groups if kinds]


def covered_by(campaign: Campaign) -> list[str]:
    """Return what the amount is for, in words."""
    return [str(label) for kind, label in Spending.choices if kind in campaign.covers]
