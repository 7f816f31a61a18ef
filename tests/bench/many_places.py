"""Fills the demo with a thousand places in every language that has a directory, quickly."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from tests.bench.bulk import add_pages

DAY = dt.timedelta(days=1)
# Always the same places.
SEED = 2026
HOURS = (
    "Mo-Fr 10:00-17:00; PH off", "Tu,Th 13:00-16:30", "We-Sa 20:00-02:00", "24/7",
    "Mo-Th 09:30-12:00,12:45-15:30; PH off", "Sep-Jun We 10:00-12:30", "Sa[1] 11:00-14:00", "",
)  # fmt: skip


def fill(total: int) -> None:
    """Add places until there are so many, each with a translation wherever there is a directory."""
    from warmtebronnen.models import WarmtebronnenIndexPage, WarmtebronPage

    indexes = list(WarmtebronnenIndexPage.objects.select_related("locale").order_by("path"))
    source = next(one for one in indexes if one.locale.language_code == "nl")
    there = WarmtebronPage.objects.originals().live().count()
    if there >= total:
        return
    chance = random.Random(SEED)  # noqa: S311 - no secret
    facts = [_facts(chance) for _number in range(there, total)]

    def place(number: int, where: dict[str, Any]) -> Any:
        name = there + number
        return WarmtebronPage(
            title=f"Proefplek {name}",
            slug=f"proefplek-{name}",
            summary="Een plek om mee te meten.",
            **facts[number],
            **where,
        )

    made = add_pages(source, total - there, place)
    for index in indexes:
        if index != source:
            add_pages(
                index,
                len(made),
                lambda number, where: place(
                    number, where | {"translation_key": made[number].translation_key}
                ),
            )
    _confirm(made, chance)


def _facts(chance: random.Random) -> dict[str, Any]:
    """Return the facts of a place somewhere in the city."""
    from django.apps import apps
    from django.utils import timezone

    from warmtebronnen.directory.postcodes import centres
    from warmtebronnen.vocabulary import SPOKEN, Access, Cost, Entrance, Need

    postcode, centre = chance.choice(sorted(centres().items()))
    areas = list(apps.get_model("projects.Area").objects.order_by("key"))
    area = areas[postcode % len(areas)]
    return {
        "first_published_at": timezone.now() - chance.randrange(400) * DAY,
        "needs": _some(chance, Need.values, 4),
        "spoken": ["nl", *_some(chance, [code for code in SPOKEN if code != "nl"], 4)],
        "access": _some(chance, Access.values, 3),
        "how_to_come": _some(chance, Entrance.values, 2),
        "costs": chance.choice(Cost.values),
        "hours": chance.choice(HOURS),
        "address": f"Proefstraat {chance.randrange(1, 300)}",
        "postcode": f"{postcode} QQ",
        "area": area,
        "neighbourhood": area.neighbourhoods.order_by("?").first(),
        "latitude": f"{centre.latitude + chance.uniform(-0.01, 0.01):.5f}",
        "longitude": f"{centre.longitude + chance.uniform(-0.01, 0.01):.5f}",
        "phone": "010 000 00 00",
        "is_example": True,
    }


def _some(chance: random.Random, values: list[str], most: int) -> list[str]:
    chosen = set(chance.sample(values, chance.randint(1, min(most, len(values)))))
    return [value for value in values if value in chosen]


def _confirm(places: list[Any], chance: random.Random) -> None:
    """Let most places have been found right some time, and some be closed today."""
    from django.utils import timezone

    from warmtebronnen.models import Confirmation, Notice

    now = timezone.now()
    Confirmation.objects.bulk_create(
        Confirmation(place=place, by="place", confirmed_at=now - chance.randrange(300) * DAY)
        for place in places
        if chance.random() > 0.1
    )
    Notice.objects.bulk_create(
        Notice(place=place, is_closed=True) for place in places if chance.random() > 0.95
    )
