"""The blocks that the home page and pages of information have beside those of every text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from core.blocks import ContentStreamBlock
from core.blocks.base import LINK_GROUP, NUMBER_GROUP, TITLE_HELP, BlockValue, FieldsBlock
from core.blocks.choosers import RecordChooserBlock
from core.blocks.fact import is_public, sample_fact
from core.blocks.links import LinkValue, one_goal, page_field, says_what_happens, url_field
from magazine.blocks import NewestStoriesBlock
from projects.blocks import QuoteRecordBlock
from projects.selectors import LineCard, programme_lines

# The files in static/illustrations; their names say what they show.
ILLUSTRATIONS = [
    ("erasmus-bridge", _("Erasmus bridge")),
    ("kitchen-table", _("Kitchen table")),
    ("community-garden", _("Community garden")),
    ("taxi", _("Taxi")),
    ("unopened-letters", _("Unopened letters")),
    ("market-stall", _("Market stall")),
    ("hands", _("Hands")),
    ("street-at-dusk", _("Street at dusk")),
    ("debate-hall", _("Debate hall")),
]


class RouteValue(LinkValue):
    """A route with its drawing."""

    @property
    def drawing(self) -> str:
        """Return the path of the drawing among the static files."""
        return f"illustrations/{self['illustration']}.svg"


class RouteBlock(FieldsBlock):
    """One thing that a visitor can do."""

    title = blocks.CharBlock(
        max_length=60,
        label=_("Title"),
        help_text=_("What a visitor can do here, for example 'Find a warm place'."),
        validators=[says_what_happens],
    )
    text = blocks.TextBlock(max_length=200, rows=2, label=_("Text"))
    page = page_field()
    url = url_field()
    illustration = blocks.ChoiceBlock(
        choices=ILLUSTRATIONS, default="kitchen-table", label=_("Drawing")
    )

    def rule_errors(self, value: Mapping[str, Any]) -> dict[str, ValidationError]:
        """Ask for exactly one goal."""
        return one_goal(value)

    class Meta:
        """A route is named by its title when it is folded."""

        label_format = "{title}"
        value_class = RouteValue


class RoutesValue(BlockValue):
    """The routes that lead somewhere."""

    @property
    def shown(self) -> list[RouteValue]:
        """Return the routes that can be followed."""
        return [route for route in self["items"] if route.is_shown]

    @property
    def is_shown(self) -> bool:
        """Return whether a route is left."""
        return bool(self.shown)


class RoutesBlock(FieldsBlock):
    """The two to four things that most visitors come for."""

    items = blocks.ListBlock(RouteBlock(), min_num=2, max_num=4, label=_("Routes"))

    class Meta:
        """How an editor finds it."""

        group = LINK_GROUP
        icon = "redirect"
        label = _("Routes")
        description = _("The things that most visitors come for")
        template = "home/blocks/routes.html"
        value_class = RoutesValue
        preview_value = {
            "items": [
                {
                    "title": "Vind een warme plek",
                    "text": "Kom op adem. Je hoeft niets uit te leggen.",
                    "page": None,
                    "url": "https://www.voorbeeld.example/plekken",
                    "illustration": "kitchen-table",
                },
                {
                    "title": "Doe met ons mee",
                    "text": "Jouw kennis geeft richting.",
                    "page": None,
                    "url": "https://www.voorbeeld.example/meedoen",
                    "illustration": "hands",
                },
                {
                    "title": "Lees wat we doen",
                    "text": "Van warmer incasseren tot werk dat past.",
                    "page": None,
                    "url": "https://www.voorbeeld.example/projecten",
                    "illustration": "community-garden",
                },
            ]
        }


class ProgrammeLinesValue(BlockValue):
    """The programme lines in the reader's language."""

    @cached_property
    def lines(self) -> list[LineCard]:
        """Return each published line with its link."""
        return programme_lines(get_language() or settings.LANGUAGE_CODE)

    @property
    def is_shown(self) -> bool:
        """Return whether there is a line in this language."""
        return bool(self.lines)


class ProgrammeLinesBlock(FieldsBlock):
    """All programme lines as cards, straight from the records."""

    title = blocks.CharBlock(max_length=120, label=_("Title"))
    intro = blocks.TextBlock(
        required=False, max_length=300, rows=2, label=_("Text above the cards")
    )

    class Meta:
        """How an editor finds it."""

        group = LINK_GROUP
        icon = "grid"
        label = _("Programme lines")
        label_format = "{title}"
        description = _("All programme lines as cards")
        template = "home/blocks/programme_lines.html"
        value_class = ProgrammeLinesValue
        preview_value = {
            "title": "Hier werken we aan",
            "intro": "We werken langs vier lijnen.",
        }


class FactsValue(BlockValue):
    """The facts that are published."""

    @property
    def shown(self) -> list[Any]:
        """Return the facts that are still there."""
        return [fact for fact in self["facts"] if is_public(fact)]

    @property
    def is_shown(self) -> bool:
        """Return whether a fact is left."""
        return bool(self.shown)


def _sample_facts() -> dict[str, Any]:
    return {
        "title": "Daarom is het nodig",
        "intro": "Achter elk cijfer staan buren en klasgenoten.",
        "facts": [sample_fact() for _number in range(3)],
    }


class FactsBlock(FieldsBlock):
    """Two to six facts beside each other."""

    title = blocks.CharBlock(required=False, max_length=120, label=_("Title"), help_text=TITLE_HELP)
    intro = blocks.TextBlock(
        required=False, max_length=300, rows=2, label=_("Text above the figures")
    )
    facts = blocks.ListBlock(
        RecordChooserBlock("projects.Fact", label=_("Fact")),
        min_num=2,
        max_num=6,
        label=_("Facts"),
    )

    class Meta:
        """How an editor finds it."""

        group = NUMBER_GROUP
        icon = "tag"
        label = _("Facts")
        label_format = "{title}"
        description = _("Two to six figures beside each other, with their sources")
        template = "home/blocks/facts.html"
        value_class = FactsValue
        preview_value = staticmethod(_sample_facts)


class InfoStreamBlock(ContentStreamBlock):
    """The text of a page of information: it can quote from the records."""

    quote_record = QuoteRecordBlock()


class HomeStreamBlock(InfoStreamBlock):
    """The home page below its lead, block by block."""

    routes = RoutesBlock()
    programme_lines = ProgrammeLinesBlock()
    facts = FactsBlock()
    stories = NewestStoriesBlock()
