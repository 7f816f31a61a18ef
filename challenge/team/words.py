"""What happened, in words: the log keeps codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from challenge.models import Correction, Happening
from challenge.vocabulary import (
    AddressStanding,
    Channel,
    Choice,
    FactKey,
    LetterKind,
    Outside,
    Result,
    Stage,
)

KINDS: Mapping[str, str | Promise] = {
    "invited": _("Put on the list"),
    "letter-planned": _("Letter planned"),
    "letter-sent": _("Letter sent"),
    "letter-needless": _("Letter not needed any more"),
    "letter-unsure": _("Letter broken off: nobody knows whether it was sent"),
    "bounced": _("Not reached: mail came back"),
    "link-made": _("Personal link made"),
    "address-changed": _("E-mail address changed"),
    "links-revoked": _("Personal links withdrawn"),
    "receipt-confirmed": _("Confirmed receipt"),
    "answered": _("Gave an answer"),
    "week-chosen": _("Chose a week"),
    "week-stopped": _("Stopped the week"),
    "stop-words-changed": _("Changed why the week was stopped"),
    "week-closed": _("Closed the week"),
    "entry-made": _("Wrote in the logbook"),
    "entry-changed": _("Changed the logbook"),
    "entry-shared": _("Changed who may read the logbook"),
    "entry-removed": _("Removed something from the logbook"),
    "certificate-made": _("Got the certificate"),
    "contact": _("Contact"),
    "address": _("E-mail address looked at"),
    "outside": _("Put outside the count"),
    "inside": _("Back in the count"),
    "ruling": _("Fact established by the team"),
    "correction-asked": _("Asked for a correction"),
    "correction-replied": _("Correction answered"),
    "statement-made": _("Wrote a statement"),
    "statement-taken-back": _("Took the statement back"),
    "postcards": _("Postcards printed"),
    "stage": _("Next stage"),
    "snapshot-made": _("Snapshot of the index made"),
}

# What the codes in the details stand for.
_CODES = {
    "letter": LetterKind,
    "choice": Choice,
    "channel": Channel,
    "result": Result,
    "standing": AddressStanding,
    "why": Outside,
    "fact": FactKey,
    "before": Stage,
    "after": Stage,
}


def kind_in_words(happening: Happening) -> str:
    """Return what happened; a code that has no words yet as it is."""
    return str(KINDS.get(happening.kind, happening.kind))


def details_in_words(happening: Happening) -> list[str]:
    """Return the particulars of what happened, those that say something."""
    return list(_details(happening))


def _details(happening: Happening) -> Iterator[str]:
    for name, value in happening.details.items():
        if happening.kind == "ruling" and name == "value":
            yield str(_("yes") if value else _("no"))
        elif name in _CODES and value:
            yield _label(name, str(value))


def _label(name: str, code: str) -> str:
    choices = dict(_CODES[name].choices)
    if name == "standing":
        # Of an address, or of a correction.
        choices |= dict(Correction.Standing.choices)
    return str(choices.get(code, code))
