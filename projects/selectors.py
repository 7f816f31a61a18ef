"""What pages and blocks ask of the records, in the reader's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from core.pagecache.shared import of_this_page
from core.pagelinks import PageLink, links_of
from languages.registry import SOURCE, fallbacks
from projects.models.facts import Fact
from projects.models.programme_lines import ProgrammeLine
from projects.models.quotes import Quote


@dataclass(frozen=True)
class LineCard:
    """A programme line as a reader sees it.

    Attributes:
        line: the line; its own language is `line.locale.language_code`.
        link: its page in the reader's language, where there is a live one.

    """

    line: ProgrammeLine
    link: PageLink | None


@dataclass(frozen=True)
class FactGroup:
    """The facts about one topic.

    Attributes:
        anchor: where the topic is on the page.
        name: the topic's name in the reader's language.
        facts: what is known about it, in the editors' order.

    """

    anchor: str
    name: str | Promise
    facts: list[Fact]


def programme_lines(language_code: str) -> list[LineCard]:
    """Return every live programme line in this language, in order."""
    return of_this_page(f"programme lines {language_code}", lambda: _read_lines(language_code))


def _read_lines(language_code: str) -> list[LineCard]:
    """Read them: one query, and one more if a page has to be looked up in another language."""
    # Four lines in three languages are read sooner than a query that chooses is built.
    order = [language_code, *fallbacks(language_code), SOURCE]
    versions = (
        ProgrammeLine.objects.live()
        .filter(locale__language_code__in=order)
        .select_related("locale", "page__locale")
    )
    best: dict[object, ProgrammeLine] = {}
    for line in sorted(versions, key=lambda line: order.index(line.locale.language_code)):
        best.setdefault(line.translation_key, line)
    lines = sorted(best.values(), key=lambda line: (line.order, line.pk))
    links = links_of(line.page for line in lines if line.page)
    return [LineCard(line, links.get(line.page_id or 0)) for line in lines]


def chosen_quotes(ids: set[int], language_code: str) -> dict[int, Quote]:
    """Return the quotes that a text chose, by id, with what readers see of each as `shown`.

    That is the approved version in their language, else in the languages that it falls back
    to, at last the one that was chosen. A quote whose original is not public is nowhere shown:
    who takes their words back, takes them back in every language. One query.
    """
    chosen = Quote.objects.filter(pk__in=ids).values("translation_key")
    versions = Quote.objects.filter(translation_key__in=chosen).select_related("locale")
    families: dict[object, list[Quote]] = defaultdict(list)
    for version in versions.order_by("pk"):
        families[version.translation_key].append(version)
    order = [language_code, *fallbacks(language_code), SOURCE]
    found = {}
    for family in families.values():
        for version in family:
            if version.pk in ids:
                version.shown = _shown(family, version, order)  # type: ignore[attr-defined]
                found[version.pk] = version
    return found


def _shown(family: list[Quote], chosen: Quote, order: list[str]) -> Quote | None:
    """Return the best version of a quote; its translations were made after the original."""
    if not family[0].live:
        return None
    public = {one.locale.language_code: one for one in family if one.live}
    best = next((public[code] for code in order if code in public), None)
    return best or (chosen if chosen.live else None)


def facts_by_topic(language_code: str) -> Iterator[FactGroup]:
    """Yield every topic that has live facts, with those facts in this language, by one query."""
    facts = defaultdict(list)
    for fact in Fact.objects.for_language(language_code):
        facts[fact.topic].append(fact)
    for topic in Fact.Topic:
        if facts[topic]:
            yield FactGroup(topic.value, topic.label, facts[topic])
