"""What the redactieraad keeps: members, tasks, votes, remarks, decisions and the register."""

from redactieraad.models.decisions import Decision
from redactieraad.models.looks import Look
from redactieraad.models.members import Member
from redactieraad.models.register import Entry, RegisterHead
from redactieraad.models.remarks import Remark
from redactieraad.models.tasks import RedactieraadTask, RedactieraadTaskState
from redactieraad.models.votes import Vote

__all__ = [
    "Decision",
    "Entry",
    "Look",
    "Member",
    "RedactieraadTask",
    "RedactieraadTaskState",
    "RegisterHead",
    "Remark",
    "Vote",
]
