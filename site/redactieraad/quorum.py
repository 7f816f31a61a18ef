"""The rule by which the redactieraad decides, without the database.

Source: the programme plan gives experience experts the lead in the redactieraad;
`docs/decisions/0031-approval-is-bound-to-the-text.md` turns that into numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Quorum:
    """What a text needs before it may appear.

    Attributes:
        approvals: how many members must approve, at least 1.
        experts: how many of those must be experience experts.
        experts_lead: whether experts must be the majority of all who approve. Only for
            the translation of a text that experts approved already they need not be.

    Raises:
        ValueError: if fewer than one approval is asked, more experts than approvals, or
            so few experts that they would not be the majority.

    """

    approvals: int = 3
    experts: int = 2
    experts_lead: bool = True

    def __post_init__(self) -> None:
        """Refuse a quorum that cannot be reached, or that experts do not lead."""
        if self.approvals < 1:
            message = "At least one member must approve."
            raise ValueError(message)
        if self.experts > self.approvals:
            message = "There cannot be more experts than approvals."
            raise ValueError(message)
        if self.experts_lead and 2 * self.experts <= self.approvals:
            message = "Experience experts must be the majority of those who approve."
            raise ValueError(message)

    @classmethod
    def of_a_translation(cls) -> Quorum:
        """Return what the translation of an approved text needs: one who reads the language."""
        return cls(approvals=1, experts=0, experts_lead=False)


@dataclass(frozen=True)
class Ballot:
    """One member's approval of one text.

    Attributes:
        member: who approved; a second ballot of the same member counts for nothing.
        is_expert: whether that member is an experience expert.

    """

    member: int
    is_expert: bool


@dataclass(frozen=True)
class Tally:
    """How far a text is.

    Attributes:
        quorum: what is needed.
        approvals: how many members approve.
        experts: how many of them are experience experts.

    """

    quorum: Quorum
    approvals: int
    experts: int

    @property
    def experts_needed(self) -> int:
        """Return how many more experts must approve.

        Where experts lead, they also have to be more than half of all who approve.
        """
        others = self.approvals - self.experts
        majority = others + 1 if self.quorum.experts_lead else 0
        wanted = max(self.quorum.experts, majority)
        return max(wanted - self.experts, 0)

    @property
    def approvals_needed(self) -> int:
        """Return how many more members must approve, experts included."""
        return max(self.quorum.approvals - self.approvals, self.experts_needed)

    @property
    def others_needed(self) -> int:
        """Return how many more members must approve who need not be experts."""
        return self.approvals_needed - self.experts_needed

    @property
    def approvals_in_all(self) -> int:
        """Return how many approvals there will be when it is reached."""
        return self.approvals + self.approvals_needed

    @property
    def is_reached(self) -> bool:
        """Return whether the text may appear."""
        return self.approvals_needed == 0


def count(quorum: Quorum, ballots: Iterable[Ballot], writers: Iterable[int]) -> Tally:
    """Return the tally of the approvals of one text.

    Args:
        quorum: what is needed.
        ballots: the approvals of exactly this text.
        writers: who wrote or edited it; their approvals do not count.

    """
    mine = set(writers)
    counted = {ballot.member: ballot for ballot in ballots if ballot.member not in mine}
    experts = sum(ballot.is_expert for ballot in counted.values())
    return Tally(quorum, len(counted), experts)


def can_be_reached(quorum: Quorum, members: Iterable[Ballot], writers: Iterable[int]) -> bool:
    """Return whether the quorum would be reached if all members approved who may.

    All may approve, but not all must: the experts may do it with just as many others as
    the majority allows.

    Args:
        quorum: what is needed.
        members: each member, as the ballot that they could cast.
        writers: who wrote or edited the text.

    """
    everybody = count(quorum, members, writers)
    others = everybody.approvals - everybody.experts
    if quorum.experts_lead:
        others = min(others, max(everybody.experts - 1, 0))
    best = everybody.experts + others
    return everybody.experts >= quorum.experts and best >= quorum.approvals
