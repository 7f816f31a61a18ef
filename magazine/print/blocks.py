"""The blocks of a story as plain data for print."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from core.blocks.library import Library
from core.blocks.plotting.scale import nice_scale
from core.blocks.plotting.shapes import Series
from core.blocks.table import TableBlock
from core.pagelinks import link_to
from core.seo.metadata import absolute
from magazine.print.gathering import POSTER, TILE, Links

logger = logging.getLogger(__name__)
Data = dict[str, Any]


def printed(body: Any, links: Links) -> list[Data]:
    """Return the blocks of a text that print shows. A broken one is left out, as on the site."""
    found: list[Data] = []
    with Library(body.stream_block.references(body)).opened():
        for child in body:
            try:
                found += _printed(child, links)
            except Exception:
                logger.warning("Block %s cannot be printed", child.block_type, exc_info=True)
    return found


def _printed(child: Any, links: Links) -> Iterator[Data]:
    printer = PRINTERS.get(child.block_type)
    if printer and getattr(child.value, "is_shown", bool(child.value)):
        yield {"type": child.block_type, **printer(child.value, links)}


def _heading(value: Any, links: Links) -> Data:
    return {"text": value["text"], "level": 2 if value["level"] == "h3" else 1}


def _text(value: Any, links: Links) -> Data:
    return {"body": links.paragraphs(value)}


def _quote(value: Any, links: Links) -> Data:
    return {key: value[key] for key in ("text", "speaker", "occasion")}


def _boxed(value: Any, links: Links) -> Data:
    return {"title": value["title"], "body": links.paragraphs(value["text"])}


def _items(value: Any, links: Links) -> Data:
    return {"title": value["title"], "items": [_boxed(item, links) for item in value.shown]}


def figure(value: Any, links: Links, spec: str | None = None) -> Data:
    """Return a picture with what stands below it."""
    gathering = links.gathering
    image = value["image"]
    return {
        "picture": gathering.picture(image, spec) if spec else gathering.picture(image),
        "alt": value.alt,
        "caption": value["caption"],
        "credit": credit(image),
    }


def credit(image: Any) -> str:
    """Return who made a picture."""
    return _("Picture: %(name)s") % {"name": image.credit} if image.credit else ""


def _gallery(value: Any, links: Links) -> Data:
    return {
        "title": value["title"],
        "figures": [figure(one, links, TILE) for one in value.shown],
    }


def _video(value: Any, links: Links) -> Data:
    poster = value["poster"]
    return {
        "title": value["title"],
        "picture": links.gathering.picture(poster, POSTER) if poster else "",
        "body": links.paragraphs(value["transcript"]),
        "hint": _("You can see this film on our site."),
    }


def _fact(value: Any, links: Links) -> Data:
    fact = value["fact"]
    source = [fact.source_title, fact.source_publisher, str(fact.year or "")]
    compared = f"{fact.comparison_where}: {fact.comparison_text}" if fact.has_comparison else ""
    return {
        "value": fact.value_text,
        "statement": fact.statement,
        "compared": compared,
        "source": f"{_('Source:')} {' · '.join(part for part in source if part)}",
        "href": fact.source_url or "",
        "number": links.number(fact.source_url or "", fact.source_title),
    }


def _plot(value: Any, links: Links) -> Data:
    unit = f" ({value.unit_word})" if value.unit_word else ""
    return {
        "title": f"{value['title']}{unit}",
        "kind": value["kind"],
        "summary": value.summary,
        "source": f"{_('Source:')} {value['source']}" if value["source"] else "",
        "series": _series(value.series),
        "columns": [one.name or value.unit_word or _("Number") for one in value.series],
        "rows": value.rows,
    }


def _series(series: list[Series]) -> list[Data]:
    """Return the numbers as places between 0 and 100 on their common axis."""
    scale = nice_scale([0, *(point.value for one in series for point in one.points)])
    return [
        {
            "name": one.name,
            "zero": scale.position(0),
            "points": [
                {
                    "label": point.label,
                    "text": point.text,
                    "place": scale.position(point.value),
                }
                for point in one.points
            ],
        }
        for one in series
    ]


def _table(value: Any, links: Links) -> Data:
    # The block knows how numbers read.
    context = TableBlock().get_context(value)
    return {
        "caption": value.caption,
        "columns": context["columns"],
        "rows": [[cell["text"] for cell in row] for row in context["rows"]],
    }


def _call(value: Any, links: Links) -> Data:
    address = absolute(value.link.url)
    return {
        "title": value["title"],
        "text": value["text"],
        "label": value["label"],
        "href": address,
        "code": links.gathering.code(address),
    }


def _pages(value: Any, links: Links) -> Data:
    shown = [(absolute(link.url), link.title) for link in map(link_to, value["pages"]) if link]
    return {
        "title": value["title"] or _("Read on"),
        "pages": [
            {"title": title, "href": address, "number": links.number(address, title)}
            for address, title in shown
        ],
    }


def _contact(value: Any, links: Links) -> Data:
    keys = ("title", "text", "name", "phone", "email")
    return {key: value[key] for key in keys}


PRINTERS: dict[str, Callable[[Any, Links], Data]] = {
    "heading": _heading,
    "text": _text,
    "quote": _quote,
    "notice": _boxed,
    "side_bar": _boxed,
    "steps": _items,
    "accordion": _items,
    "figure": figure,
    "gallery": _gallery,
    "video": _video,
    "fact": _fact,
    "plot": _plot,
    "table": _table,
    "call_to_action": _call,
    "related_pages": _pages,
    "contact": _contact,
}
