"""The names of days that hours speak of."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

# Django names weekdays and months itself, but not in Papiamentu: our own catalogues do, so their
# names stand here to be found by those who translate.
OWN_WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)

NTH_DAYS = {
    1: _("%(day)s (first of the month)"),
    2: _("%(day)s (second of the month)"),
    3: _("%(day)s (third of the month)"),
    4: _("%(day)s (fourth of the month)"),
    5: _("%(day)s (fifth of the month)"),
    -1: _("%(day)s (last of the month)"),
}

NTH_SHORT = {
    1: _("the first"),
    2: _("the second"),
    3: _("the third"),
    4: _("the fourth"),
    5: _("the fifth"),
    -1: _("the last"),
}

MORE_NAMES = {
    "good-friday": _("Good Friday"),
    "liberation-day": _("Liberation Day (5 May)"),
}
