"""The magazine as schema.org describes it, for search engines.

Sources: https://schema.org/Article, https://schema.org/PublicationIssue,
https://schema.org/Periodical. Who is portrayed is not named here: a search engine keeps
what it read for longer than somebody's consent may last.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from core.seo.metadata import absolute
from core.seo.structured_data import organisation_id

if TYPE_CHECKING:
    from magazine.models import EditionPage, MagazineIndexPage, MakerPage, StoryPage
    from magazine.story.surroundings import MadeBy


def _address(page: Any) -> str:
    return absolute(page.get_url() or "/")


def periodical_id(magazine_address: str) -> str:
    """Return the identifier under which every page names the magazine."""
    return f"{magazine_address}#magazine"


def periodical(index: MagazineIndexPage) -> dict[str, Any]:
    """Return the magazine as a whole."""
    return {
        "@type": "Periodical",
        "@id": periodical_id(_address(index)),
        "name": f"Warm Rotterdam, {index.title}",
        "url": _address(index),
        "inLanguage": index.locale.language_code,
        "publisher": {"@id": organisation_id()},
    }


def issue(edition: EditionPage) -> dict[str, Any]:
    """Return an edition."""
    described = {
        "@type": "PublicationIssue",
        "@id": f"{_address(edition)}#issue",
        "name": edition.title,
        "url": _address(edition),
        "issueNumber": str(edition.number),
        "inLanguage": edition.locale.language_code,
        "publisher": {"@id": organisation_id()},
    }
    if edition.trail:
        described["isPartOf"] = {"@id": periodical_id(_address(edition.trail[-1]))}
    if edition.first_published_at:
        described["datePublished"] = edition.first_published_at.isoformat()
    return described


def article(story: StoryPage, makers: Iterable[MadeBy]) -> dict[str, Any]:
    """Return a story with its writers; invented makers are nobody."""
    address = _address(story)
    authors = [
        {"@type": "Person", "name": maker.name, "url": absolute(maker.url)}
        for maker in makers
        if maker.writes and maker.url and not maker.is_example
    ]
    described = {
        "@type": "NewsArticle" if story.kind == story.Kind.NEWS else "Article",
        "@id": f"{address}#article",
        "headline": story.title,
        "description": story.intro,
        "articleSection": story.eyebrow,
        "datePublished": story.story_date.isoformat(),
        "inLanguage": story.locale.language_code,
        "timeRequired": f"PT{story.reading_minutes}M",
        "mainEntityOfPage": {"@id": address},
        "author": authors or {"@id": organisation_id()},
        "publisher": {"@id": organisation_id()},
    }
    if story.last_published_at:
        described["dateModified"] = story.last_published_at.isoformat()
    if story.audio:
        described["audio"] = {
            "@type": "AudioObject",
            "contentUrl": absolute(story.audio.url),
            "inLanguage": story.locale.language_code,
        }
    return described | _part_of(story)


def _part_of(story: StoryPage) -> dict[str, Any]:
    """Return what the story belongs to: its edition, or else the magazine."""
    if not story.trail:
        return {}
    above = story.trail[-1]
    is_edition = above.specific_class is not None and above.specific_class.__name__ == "EditionPage"
    end = "#issue" if is_edition else "#magazine"
    return {"isPartOf": {"@id": f"{_address(above)}{end}"}}


def maker(page: MakerPage) -> dict[str, Any]:
    """Return somebody who makes the magazine."""
    return {"@type": "Person", "name": page.title, "url": _address(page)}
