"""Where a text can stand when somebody tries a way past the redactieraad."""

from __future__ import annotations

from typing import Any

from redactieraad.tests.factories import approve, council, publish, submit
from tests.redactieraad.kinds import Kind, edited, fresh


def one_vote_short(kind: Kind) -> Any:
    """Return a text that two members approved, where three are needed."""
    text = kind.make()
    approve(submit(text), council()[:2])
    return fresh(text)


def public_with_a_newer_draft(kind: Kind) -> Any:
    """Return a public text, with a draft of which one vote is missing."""
    members = council()
    text = edited(publish(kind.make(), members[:3]), kind, "Nieuwer.")
    approve(submit(text), members[:2])
    return fresh(text)


def once_public(kind: Kind) -> Any:
    """Return a text that was public, and was taken offline."""
    text = publish(kind.make(), council()[:3])
    text.unpublish()
    return fresh(text)
