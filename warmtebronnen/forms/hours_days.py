"""Days that are not as the week has it: holidays, and one weekday of each month."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from warmtebronnen.forms.hours_times import TimesForm
from warmtebronnen.hours.naming import MORE_NAMES, NTH_SHORT
from warmtebronnen.hours.plan import MonthRule, Spans


class HolidaysForm(TimesForm):
    """What holds on public holidays."""

    USUAL, CLOSED, OWN = "usual", "closed", "own"

    choice = forms.ChoiceField(
        label=_("On public holidays"),
        choices=[
            (USUAL, _("Open as usual")),
            (CLOSED, pgettext_lazy("opening hours", "Closed")),
            (OWN, _("Open at other times")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    more = forms.MultipleChoiceField(
        label=_("That goes for these days too"),
        choices=[*MORE_NAMES.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(
        self, *args: Any, spans: Spans | None = None, more: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        """Take the hours on holidays; none means as usual, no spans closed."""
        super().__init__(*args, spans=spans or (), **kwargs)
        closed = self.CLOSED if spans == () else self.OWN
        self.initial["choice"] = self.USUAL if spans is None else closed
        self.initial["more"] = more

    def clean(self) -> dict[str, Any]:
        """Times are filled in exactly where other times were chosen."""
        cleaned = super().clean()
        own = cleaned.get("choice") == self.OWN
        if own and not self.spans and not self.errors:
            self.add_error("from_1", _("Fill in from what time it is open."))
        if self.spans and not own:
            self.add_error("choice", _("Choose “Open at other times”, or take the times out."))
        return cleaned

    @property
    def holidays(self) -> Spans | None:
        """Return the hours on holidays."""
        usual = self.cleaned_data["choice"] in ("", self.USUAL)
        return None if usual else self.spans

    @property
    def more_holidays(self) -> tuple[str, ...]:
        """Return the days that count as a holiday here."""
        chosen = self.cleaned_data["more"]
        return () if self.holidays is None else tuple(key for key in MORE_NAMES if key in chosen)


class MonthRuleForm(TimesForm):
    """What one weekday of each month has instead."""

    def __init__(self, *args: Any, rule: MonthRule | None = None, **kwargs: Any) -> None:
        """Take the rule."""
        super().__init__(*args, spans=rule.spans if rule else (), **kwargs)
        self.fields["nth"] = forms.TypedChoiceField(
            label=_("Which one"),
            choices=[("", "—"), *NTH_SHORT.items()],
            coerce=int,
            empty_value=None,
            required=False,
        )
        self.fields["weekday"] = forms.TypedChoiceField(
            label=_("Day"), choices=[*WEEKDAYS.items()], coerce=int, required=False
        )
        if rule:
            self.initial.update({"nth": rule.nth, "weekday": rule.weekday})

    def clean(self) -> dict[str, Any]:
        """Times say for which day."""
        cleaned = super().clean()
        if self.spans and cleaned.get("nth") is None and "nth" not in self.errors:
            self.add_error("nth", _("Choose which day of the month this is."))
        return cleaned

    @property
    def in_use(self) -> bool:
        """Tell whether anything is filled in, so that it is shown."""
        return bool(self["nth"].value()) or not self.is_blank

    @property
    def rule(self) -> MonthRule | None:
        """Return the rule, if one is filled in."""
        nth = self.cleaned_data["nth"]
        return nth and MonthRule(nth, self.cleaned_data["weekday"] or 0, self.spans)
