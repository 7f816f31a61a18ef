"""The pages and records of the magazine."""

from magazine.models.consent import Consent, Use
from magazine.models.editions import EditionItem, EditionPage
from magazine.models.index import MagazineIndexPage
from magazine.models.mailings import Letter, Mailing
from magazine.models.makers import MakerPage
from magazine.models.portraits import PortraitPage
from magazine.models.printed import PrintedEdition
from magazine.models.series import Series
from magazine.models.shelves import Shelf, ShelfPlace
from magazine.models.stories import StoryMaker, StoryPage, StoryRelated, StoryTag
from magazine.models.subscribers import Subscriber
from magazine.models.withheld import WithheldFile

__all__ = [
    "Consent",
    "EditionItem",
    "EditionPage",
    "Letter",
    "MagazineIndexPage",
    "Mailing",
    "MakerPage",
    "PortraitPage",
    "PrintedEdition",
    "Series",
    "Shelf",
    "ShelfPlace",
    "StoryMaker",
    "StoryPage",
    "StoryRelated",
    "StoryTag",
    "Subscriber",
    "Use",
    "WithheldFile",
]
