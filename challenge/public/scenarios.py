"""The fifteen ways to reckon, in plain words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from challenge.vocabulary import FactKey

_NAMES: dict[str, str | Promise] = {
    "base": _("As the method says"),
    "unknown_best": _("Members who are unknown get all points"),
    "unknown_worst": _("Members who are unknown get no points"),
    "no_reply_excluded": _("Members without a reply do not count"),
    "shrink_2": _("Each party gets two average members more"),
}
_CHANGES = {
    "drop": _("“{fact}” does not count"),
    "double": _("“{fact}” counts twice"),
}


def scenario_name(code: str) -> str | Promise:
    """Return what a scenario does, in plain words."""
    if code in _NAMES:
        return _NAMES[code]
    change, _line, fact = code.partition("_")
    return format_lazy(_CHANGES[change], fact=FactKey(fact).label)
