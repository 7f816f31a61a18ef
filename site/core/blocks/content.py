"""The blocks that every text of the site is made of.

A feature adds blocks of its own by subclassing:

    class StoryStreamBlock(ContentStreamBlock):
        place = PlaceBlock()
"""

from __future__ import annotations

from core.blocks.accordion import AccordionBlock
from core.blocks.call_to_action import CallToActionBlock
from core.blocks.contact import ContactBlock
from core.blocks.fact import FactBlock
from core.blocks.figure import FigureBlock
from core.blocks.gallery import GalleryBlock
from core.blocks.heading import HeadingBlock
from core.blocks.notice import NoticeBlock
from core.blocks.plot import PlotBlock
from core.blocks.quote import QuoteBlock
from core.blocks.related_pages import RelatedPagesBlock
from core.blocks.steps import StepsBlock
from core.blocks.stream import GuardedStreamBlock
from core.blocks.table import TableBlock
from core.blocks.text import TextBlock
from core.blocks.video import VideoBlock


class ContentStreamBlock(GuardedStreamBlock):
    """A text, block by block, in the order in which the editor offers them."""

    heading = HeadingBlock()
    text = TextBlock()
    quote = QuoteBlock()
    notice = NoticeBlock()
    steps = StepsBlock()
    accordion = AccordionBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    fact = FactBlock()
    plot = PlotBlock()
    table = TableBlock()
    call_to_action = CallToActionBlock()
    related_pages = RelatedPagesBlock()
    contact = ContactBlock()
