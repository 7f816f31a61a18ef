"""How the team narrows down the list of members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from challenge.models import Campaign
from challenge.team.selectors import CALL, LINK, MAIL, POSTCARD, Row
from challenge.vocabulary import NO_ANSWER, OUTCOMES, Choice

ANY = [("", _("All"))]
DUE = {MAIL: _("Mail today"), CALL: _("To call"), POSTCARD: _("To get a postcard")}
DUE_LINK = (LINK, _("To get a new link"))
UNREACHED, OUTSIDE, UNSURE = "unreached", "outside", "unsure"
STANDINGS = {
    UNREACHED: _("Not reached"),
    OUTSIDE: _("Outside the count"),
    UNSURE: _("Letter broken off"),
}


def outcome_words() -> dict[str, Any]:
    """Return how the four outcomes are called, in the order in which they are shown."""
    names: dict[str, Any] = {**dict(Choice.choices), NO_ANSWER: _("No answer yet")}
    return {outcome: names[outcome] for outcome in OUTCOMES}


class MemberFilterForm(forms.Form):
    """What the list shows; nothing chosen shows all."""

    party = forms.ChoiceField(label=_("Party"), required=False)
    outcome = forms.ChoiceField(
        label=_("Answer"), choices=[*ANY, *outcome_words().items()], required=False
    )
    due = forms.ChoiceField(
        label=_("Due today"), choices=[*ANY, *DUE.items(), DUE_LINK], required=False
    )
    standing = forms.ChoiceField(
        label=_("Particulars"), choices=[*ANY, *STANDINGS.items()], required=False
    )

    def __init__(self, *args: Any, campaign: Campaign, **kwargs: Any) -> None:
        """Offer the parties of the campaign's members."""
        super().__init__(*args, **kwargs)
        parties = campaign.invitees.order_by("party__name").values_list("party_id", "party__name")
        field: Any = self.fields["party"]
        field.choices = [*ANY, *((str(pk), name) for pk, name in parties.distinct())]

    def kept(self, rows: Iterable[Row]) -> list[Row]:
        """Return the rows that are asked for; what nobody offered is not heard."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        return [row for row in rows if all(_fits(row, *one) for one in asked.items())]


def _fits(row: Row, name: str, value: str) -> bool:
    if name == "party":
        return str(row.invitee.party_id) == value
    if name == "outcome":
        return row.outcome == value
    if name == "due":
        return row.is_due(value)
    standings = {
        UNREACHED: row.is_unreached,
        OUTSIDE: bool(row.invitee.outside),
        UNSURE: row.has_unsure_letter,
    }
    return standings[value]
