"""Plays what a member wrote down in their week."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from challenge.demo import lines
from challenge.demo.past import as_of
from challenge.demo.plan import CampaignPlan, One, uuid_of
from challenge.logbook import keeping, photos, weeks
from challenge.logbook.certificate import making
from challenge.models import Invitee, Week
from challenge.vocabulary import Audience
from core.demo.finder import Finder
from core.models import SiteImage


def keep_week(
    invitee: Invitee, one: One, plan: CampaignPlan, now: dt.datetime, finder: Finder
) -> None:
    """Choose a week, keep its logbook, and finish or stop it, as far as the plan says."""
    said, place = one.values, one.place
    chosen = lines.answer(said["answers"][-1], place.at("answers")).day
    with as_of(plan.at(chosen, 11, 10)) as moment:
        week = weeks.choose(invitee, plan.day(said["week"]), moment)
    entries = [lines.entry(text, place.at("entries")) for text in said["entries"]]
    for day, of_day in groupby(entries, key=lambda entry: entry.day):
        # Of today, nothing is written down before it is.
        evening = min(plan.at(said["week"] + day - 1, 20), now)
        with as_of(evening):
            photo = _photo(one, day, finder)
            _write(week, list(of_day), plan.day(said["week"] + day - 1), evening, photo)
    if "stopped" in said:
        line = lines.read(said["stopped"], place.at("stopped"), Audience)
        with as_of(plan.at(said["week"] + line.day - 1, 21)) as moment:
            weeks.stop(week, line.words, line.codes[0], moment)
    if said.get("closed"):
        with as_of(plan.at(said["week"] + 7, 9, 30)) as moment:
            making.finish(week, moment)


def _photo(one: One, day: int, finder: Finder) -> photos.Photo | None:
    """Return the photo that was taken on a day: a drawing of the demo, as a phone would send it."""
    name = one.values.get("photos", {}).get(str(day))
    if name is None:
        return None
    picture = SiteImage.objects.get(pk=finder.picture(name, one.place.at("photos")))
    with picture.file.open() as file:
        return photos.prepared(file)


def _write(
    week: Week,
    entries: list[lines.EntryLine],
    day: dt.date,
    moment: dt.datetime,
    photo: photos.Photo | None,
) -> None:
    """Write down what happened on a day; its photo goes with the first."""
    for number, entry in enumerate(entries):
        text = keeping.Text(
            day=day,
            spending=entry.spending,
            cents=entry.cents,
            words=entry.words,
            audience=entry.audience,
            photo=None if number else photo,
        )
        key = uuid_of(f"entry/{week.pk}/{entry.day}/{number}")
        keeping.write(week, key, text, 0, moment)
