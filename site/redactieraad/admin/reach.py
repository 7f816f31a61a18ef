"""Says where the council has become too small for what it has to decide."""

from __future__ import annotations

from django.utils.translation import gettext

from core.enumerating import listed
from languages.registry import CONTENT_LANGUAGES, SOURCE
from redactieraad.deciding.council import quorums_out_of_reach
from redactieraad.models import Member
from redactieraad.selectors import active_members


def warnings_about_council() -> list[str]:
    """Return, in words, each quorum that the council can no longer reach."""
    quorums = quorums_out_of_reach()
    if not quorums:
        return []
    members = list(active_members())
    numbers = {
        "members": len(members),
        "member_experts": sum(member.is_expert for member in members),
    }
    return [
        gettext(
            "The redactieraad is too small: it has %(members)s members, of whom "
            "%(member_experts)s experience experts. A text needs %(approvals)s approvals, of "
            "which %(experts)s by experience experts. No new text can be approved until there are "
            "more members, or until the workflow asks for fewer."
        )
        % {**numbers, "approvals": quorum.approvals, "experts": quorum.experts}
        + _what_still_can(members)
        for quorum in quorums
    ]


def _what_still_can(members: list[Member]) -> str:
    """Return in which languages one member may still approve a translation; empty for none."""
    languages = [
        name
        for code, name in CONTENT_LANGUAGES
        if code != SOURCE and any(member.can_read(code) for member in members)
    ]
    if not languages:
        return ""
    told = gettext(
        "Translations of public texts still can, by one member who reads the language: "
        "%(languages)s."
    )
    return " " + told % {"languages": listed(languages)}
