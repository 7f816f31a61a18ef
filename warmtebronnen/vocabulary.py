"""The words of the directory: what a place offers, costs, asks and has, and the languages spoken.

The codes are kept, shown in addresses and exported, so they never change; the labels may.
No database.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Need(models.TextChoices):
    """What somebody can come for, in the order in which readers are asked."""

    MEAL = "meal", _("A meal")
    COMPANY = "company", _("Coffee and company")
    PAPERWORK = "paperwork", _("Help with letters and debts")
    FOOD = "food", _("Groceries")
    CLOTHES = "clothes", _("Clothes and household goods")
    LANGUAGE = "language", _("Learning Dutch")
    COURSE = "course", _("A course or training")
    WORK_PLACEMENT = "work-placement", _("A work placement")
    DAY_ACTIVITY = "day-activity", _("Something to do in the daytime")
    CHILDREN = "children", _("Something for children")
    WOMEN = "women", _("A place for women")
    COMPUTER = "computer", _("A computer and internet")
    CARE = "care", _("Health and rest")
    SPORT = "sport", _("Sport and exercise")
    GARDEN = "garden", _("A garden to work in")
    REPAIR = "repair", _("Repairs")


class Cost(models.TextChoices):
    """What a visitor pays."""

    FREE = "free", pgettext_lazy("what it costs", "Free")
    SMALL = "small", _("A small amount")
    PAID = "paid", _("Paid")


class Entrance(models.TextChoices):
    """How a visitor comes in."""

    WALK_IN = "walk-in", _("Just walk in")
    CALL_FIRST = "call-first", _("Call first")
    REFERRAL = "referral", _("With a referral")


class Access(models.TextChoices):
    """What makes it easier to be there."""

    WHEELCHAIR = "wheelchair", _("Room for a wheelchair")
    WHEELCHAIR_TOILET = "wheelchair-toilet", _("Toilet for wheelchairs")
    LIFT = "lift", _("Lift")
    TOILET = "toilet", _("Toilet")
    HEARING_LOOP = "hearing-loop", _("Hearing loop")
    QUIET = "quiet", _("A quiet room")


@dataclass(frozen=True)
class Spoken:
    """A language spoken at a place.

    Attributes:
        own_name: its name for those who speak it.
        name: its name for everybody else.

    """

    own_name: str
    name: str | Promise


# By ISO 639 code: two letters where there are two, as in the `lang` of a page. Most names are
# translated by Django itself; an empty entry in our catalogues falls back on those.
SPOKEN = {
    "nl": Spoken("Nederlands", _("Dutch")),
    "en": Spoken("English", _("English")),
    "tr": Spoken("Türkçe", _("Turkish")),
    "ar": Spoken("العربية", _("Arabic")),
    "rif": Spoken("Tarifit", _("Riffian Berber")),
    "pap": Spoken("Papiamentu", _("Papiamentu")),
    "srn": Spoken("Sranantongo", _("Sranan Tongo")),
    "hns": Spoken("Sarnámi", _("Sarnami")),
    "kea": Spoken("Kriolu", _("Cape Verdean Creole")),
    "pt": Spoken("Português", _("Portuguese")),
    "es": Spoken("Español", _("Spanish")),
    "fr": Spoken("Français", _("French")),
    "de": Spoken("Deutsch", _("German")),
    "it": Spoken("Italiano", _("Italian")),
    "pl": Spoken("Polski", _("Polish")),
    "bg": Spoken("Български", _("Bulgarian")),
    "ro": Spoken("Română", _("Romanian")),
    "hu": Spoken("Magyar", _("Hungarian")),
    "uk": Spoken("Українська", _("Ukrainian")),
    "ru": Spoken("Русский", _("Russian")),
    "bs": Spoken("Bosanski", _("Bosnian")),
    "ti": Spoken("ትግርኛ", _("Tigrinya")),
    "am": Spoken("አማርኛ", _("Amharic")),
    "so": Spoken("Soomaali", _("Somali")),
    "fa": Spoken("فارسی", _("Persian")),
    "ps": Spoken("پښتو", _("Pashto")),
    "ku": Spoken("Kurdî", _("Kurdish")),
    "ur": Spoken("اردو", _("Urdu")),
    "hi": Spoken("हिन्दी", _("Hindi")),
    "zh": Spoken("中文", _("Chinese")),
    "vi": Spoken("Tiếng Việt", _("Vietnamese")),
    "id": Spoken("Bahasa Indonesia", _("Indonesian")),
    "dse": Spoken("Nederlandse Gebarentaal", _("Dutch Sign Language")),
}
