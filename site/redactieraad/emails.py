"""What the redactieraad and the writers are told by e-mail."""

from __future__ import annotations


def tell_votes_are_void(voters: set[int], task_state_id: int) -> None:
    """Tell members that a text was changed after they judged it, so that they look again."""
