"""The whole form for opening hours: what is typed in it becomes a specification."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from django import forms
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _

from warmtebronnen import hours
from warmtebronnen.forms.hours_dates import ExceptionForm
from warmtebronnen.forms.hours_days import HolidaysForm, MonthRuleForm
from warmtebronnen.forms.hours_season import SeasonRows, WeekRows
from warmtebronnen.forms.hours_times import SLOTS
from warmtebronnen.hours.plan import Plan, Spans

Data = Mapping[str, Any]
# How many rows there can be, and how many empty ones stand ready.
MOST = {"season": 3, "monthly": 8, "exception": 30}
SPARE = {"season": 1, "monthly": 1, "exception": 2}
# What the name of the button ends in that asks for more of them.
MORE = "more"


class RestForm(forms.Form):
    """What is said once for the whole form, and what it needs to remember."""

    KEEP, REPLACE = "keep", "replace"

    was = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    keep = forms.ChoiceField(
        label=_("What do you want to do with these hours?"),
        choices=[
            (KEEP, _("Leave them as they are")),
            (REPLACE, _("Replace them by what I fill in")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    same = forms.BooleanField(
        label=_("Tuesday to Friday have the times of Monday, where I fill in nothing"),
        required=False,
    )
    remark = forms.CharField(
        label=_("Anything a visitor should know about these times"),
        help_text=_("A few words. For example: call first."),
        max_length=100,
        required=False,
    )

    def clean_remark(self) -> str:
        """Keep to one line; a quotation mark would end the remark in the syntax."""
        return " ".join(self.cleaned_data["remark"].split()).replace('"', "”")


class Editor:
    """The form, empty, filled from a specification, or with what was typed."""

    def __init__(self, prefix: str, spec: str = "", data: Data | None = None) -> None:
        """Take a specification, or what was typed; each kind of row has its own forms."""
        self.prefix, self.data = prefix, data
        self.rest = self._form(RestForm, "rest", initial={"was": spec, "keep": RestForm.KEEP})
        self.was = str(self.rest["was"].value() or "")[: hours.MAX_LENGTH]
        known = _plan_of(self.was)
        self.cannot_show = known is None
        plan = known or Plan()
        self.rest.initial["remark"] = plan.remark
        self.week = WeekRows(data, f"{prefix}-day", plan.week)
        self.seasons = [
            SeasonRows(data, f"{prefix}-season-{row}", season)
            for row, season in self._rows("season", plan.seasons)
        ]
        self.monthly = [
            self._form(MonthRuleForm, f"monthly-{row}", rule=rule)
            for row, rule in self._rows("monthly", plan.monthly)
        ]
        self.holidays = self._form(
            HolidaysForm, "holidays", spans=plan.holidays, more=plan.more_holidays
        )
        self.exceptions = [
            self._form(ExceptionForm, f"exception-{row}", deviation=deviation)
            for row, deviation in self._rows("exception", plan.exceptions)
        ]

    def _form(self, kind: type[forms.Form], name: str, **options: Any) -> Any:
        return kind(self.data, prefix=f"{self.prefix}-{name}", **options)

    def _rows(self, kind: str, values: tuple[Any, ...]) -> Iterator[tuple[int, Any]]:
        used = len(values) if self.data is None else self._typed(kind)
        spare = SPARE[kind] * (2 if self.asked_for == kind else 1)
        for row in range(min(used + spare, MOST[kind])):
            yield row, values[row] if row < len(values) else None

    def _typed(self, kind: str) -> int:
        """Return how many rows are used; a weekday is always chosen, so it alone says nothing."""
        row = re.compile(rf"{re.escape(self.prefix)}-{kind}-([0-9]{{1,2}})-(?!weekday)")
        found = (row.match(name) for name, value in (self.data or {}).items() if value)
        return max((int(match[1]) + 1 for match in found if match), default=0)

    @property
    def asked_for(self) -> str:
        """Return of what more rows were asked for, by the button that says so."""
        return (self.data or {}).get(f"{self.prefix}-{MORE}", "")

    @property
    def forms(self) -> list[tuple[Any, Any]]:
        """Return all forms that take times or dates, with the day that they are about."""
        week: list[tuple[Any, Any]] = [*self.week.days]
        for season in self.seasons:
            week += [("", season.start), ("", season.end), *season.rows.days]
        monthly = _numbered(_("Day of the month %(number)s"), self.monthly)
        exceptions = _numbered(_("Exception %(number)s"), self.exceptions)
        return [*week, *monthly, (_("Public holidays"), self.holidays), *exceptions]

    @property
    def shows_exceptions(self) -> bool:
        """Tell whether an exception is filled in, or will be."""
        return self.asked_for == "exception" or any(form.in_use for form in self.exceptions)

    @property
    def shows_monthly(self) -> bool:
        """Tell whether a day of the month is filled in, or will be."""
        return self.asked_for == "monthly" or any(form.in_use for form in self.monthly)

    @property
    def is_kept(self) -> bool:
        """Tell whether hours that this form cannot show stay as they are."""
        return self.cannot_show and self.rest["keep"].value() != RestForm.REPLACE

    @cached_property
    def faults(self) -> list[str]:
        """Return what is not right, in words; each also stands beside its field."""
        self.rest.full_clean()
        if self.is_kept:
            return _unreadable(self.was)
        for _name, form in self.forms:
            form.full_clean()
        found = [fault for part in [("", self.rest), *self.forms] for fault in _faults(*part)]
        return [*dict.fromkeys(found)] or self._faults_together()

    def _faults_together(self) -> list[str]:
        spec = hours.write(self.plan)
        if spec and not any(_all_spans(self.plan)) and not self.plan.remark:
            return [str(_("Fill in at least one time at which it is open."))]
        return _unreadable(spec) if spec else []

    @cached_property
    def plan(self) -> Plan:
        """Return what was filled in, once nothing is wrong with it."""
        week = self.week.week
        if self.rest.cleaned_data["same"]:
            week = tuple(
                week[0] if 1 <= day <= 4 and not spans else spans  # noqa: PLR2004 - Tuesday, Friday
                for day, spans in enumerate(week)
            )
        return Plan(
            week=week,
            seasons=tuple(filter(None, (rows.season for rows in self.seasons))),
            monthly=tuple(filter(None, (form.rule for form in self.monthly))),
            holidays=self.holidays.holidays,
            more_holidays=self.holidays.more_holidays,
            exceptions=tuple(filter(None, (form.deviation for form in self.exceptions))),
            remark=self.rest.cleaned_data["remark"],
        )

    @property
    def spec(self) -> str:
        """Return the hours in the syntax; to the letter as they were if they say the same."""
        if self.is_kept or _plan_of(self.was) == self.plan:
            return self.was
        return hours.write(self.plan)


def _numbered(name: Promise, found: list[Any]) -> list[tuple[str, Any]]:
    return [(name % {"number": number}, form) for number, form in enumerate(found, start=1)]


def _plan_of(spec: str) -> Plan | None:
    """Return the plan that the form can show; nothing if it would lose something."""
    try:
        plan = hours.read(spec)
    except hours.HoursError:
        return None
    if plan is None or any(len(spans) > SLOTS for spans in _all_spans(plan)):
        return None
    rows = {"season": plan.seasons, "monthly": plan.monthly, "exception": plan.exceptions}
    return plan if all(len(rows[kind]) <= MOST[kind] for kind in rows) else None


def _all_spans(plan: Plan) -> list[Spans]:
    seasons = chain.from_iterable(season.week for season in plan.seasons)
    monthly = (rule.spans for rule in plan.monthly)
    exceptions = (one.spans for one in plan.exceptions)
    return [*plan.week, *seasons, *monthly, *exceptions, plan.holidays or ()]


def _unreadable(spec: str) -> list[str]:
    try:
        hours.check(spec)
    except hours.HoursError as fault:
        return fault.messages
    return []


def _faults(name: object, form: forms.Form) -> list[str]:
    start = f"{name}: " if name else ""
    return [f"{start}{fault}" for faults in form.errors.values() for fault in faults]
