"""Says in the reader's language how far a place is, and whether it is open."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from warmtebronnen import hours
from warmtebronnen.directory.opening_status import Standing

DAY = dt.timedelta(days=1)
DAYS_OF_THE_WEEK = 7
_METRES = 50


def say_distance(kilometres: float, *, is_estimate: bool = False) -> str:
    """Return a distance as people speak of it: to 50 metres nearby, to 100 further on.

    Args:
        kilometres: the distance as the crow flies.
        is_estimate: whether only the postcode of one end is known. Then half kilometres are
            all that can be said.

    """
    if is_estimate:
        halves = max(round(kilometres * 2), 1)
        amount = number_format(halves / 2, 1 if halves % 2 else 0)
        return _("about %(amount)s") % {"amount": _("%(number)s km") % {"number": amount}}
    metres = round(kilometres * 1000 / _METRES) * _METRES
    if metres < 1000:  # noqa: PLR2004 - a kilometre
        return _("%(number)s m") % {"number": max(metres, _METRES)}
    return _("%(number)s km") % {"number": number_format(round(kilometres, 1), 1)}


def say_standing(standing: Standing, at: dt.datetime) -> str:
    """Return whether a place is open, and until when, or when it opens."""
    if standing.state is hours.State.OPEN:
        return _say_open(standing.until, at)
    if standing.state is hours.State.CLOSED:
        return _say_closed(standing.until, at)
    return _("We do not know whether it is open now")


def _say_open(until: dt.datetime | None, at: dt.datetime) -> str:
    if until is None or until - at > DAY:
        return _("Open now")
    return _("Open now, until %(time)s") % {"time": _time(until)}


def _say_closed(until: dt.datetime | None, at: dt.datetime) -> str:
    if until is None:
        return pgettext("a place", "Closed now")
    here, now = timezone.localtime(until, hours.ZONE), timezone.localtime(at, hours.ZONE)
    days = (here.date() - now.date()).days
    if days == 0:
        return _("Closed now. Opens at %(time)s") % {"time": _time(until)}
    if days == 1:
        return _("Closed now. Opens tomorrow at %(time)s") % {"time": _time(until)}
    if days < DAYS_OF_THE_WEEK:
        told = {"day": date_format(here, "l"), "time": _time(until)}
        return _("Closed now. Opens on %(day)s at %(time)s") % told
    return _("Closed now. Opens on %(date)s") % {"date": date_format(here, "DATE_FORMAT")}


def _time(moment: dt.datetime) -> str:
    return date_format(timezone.localtime(moment, hours.ZONE), "TIME_FORMAT")
