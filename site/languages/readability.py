"""How hard a Dutch text is to read, by the two indices that are made for Dutch.

An index counts words, syllables and sentences. It says nothing of what a text is about, of
its order, or of whether a reader understands it: a shuffled text scores the same. It points
at texts that are hard for sure, no more; members of the redactieraad say whether one is clear.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from languages.hard_words import HardWord, hard_words
from languages.sentences import sentences, words
from languages.syllables import syllables

# How many of the longest sentences are shown.
SHOWN = 3


@dataclass(frozen=True)
class Counts:
    """What is counted in a text."""

    sentences: int
    words: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """Return how long a sentence is on average, in words."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_100_words(self) -> float:
        """Return how long words are on average: the syllables of a hundred of them."""
        return 100 * self.syllables / self.words if self.words else 0.0


class Level(Enum):
    """About which reader a text is for, in the levels of the Common European Framework.

    There is no official way from an index to a level. These bounds are ours: Douma's bands
    ('easy' and 'very easy' from 80, 'difficult' below 45) laid beside the levels.
    """

    A1 = 90.0
    A2 = 80.0
    B1 = 65.0
    B2 = 45.0
    C1 = float("-inf")

    @classmethod
    def of(cls, index: float) -> Level:
        """Return the level of a text with this Flesch-Douma index."""
        return next(level for level in cls if index >= level.value)


@dataclass(frozen=True)
class Aim:
    """What a text should be like.

    Attributes:
        level: the hardest level that is still easy enough.
        words: a longer sentence than this is too long.

    """

    level: Level
    words: int


# What the texts of a language should be like; others are not Dutch, and are not measured.
AIMS = {"nl": Aim(Level.B1, words=15), "nl-simple": Aim(Level.A2, words=10)}


@dataclass(frozen=True)
class Analysis:
    """What can be said of a text.

    Attributes:
        aim: what it should be like.
        counts: what is counted in it.
        flesch_douma: the one index.
        brouwer: the other.
        level: about which reader it is for.
        long_sentences: those that are too long, the longest first, with their words.
        hard_words: what many readers stumble over.

    """

    aim: Aim
    counts: Counts
    flesch_douma: float
    brouwer: float
    level: Level
    long_sentences: list[tuple[int, str]]
    hard_words: list[HardWord]

    @property
    def is_easy_enough(self) -> bool:
        """Return whether it is no harder than it should be."""
        return self.level.value >= self.aim.level.value


def count(text: str) -> Counts:
    """Return what is counted in a text."""
    found = words(text)
    return Counts(len(sentences(text)), len(found), sum(syllables(word) for word in found))


def flesch_douma(text: str) -> float:
    """Return the reading ease of a Dutch text by Flesch and Douma: the higher, the easier.

    206.84 - 0.77 x (syllables per 100 words) - 0.93 x (words per sentence), by W.H. Douma,
    'De leesbaarheid van landbouwbladen' (Wageningen, 1960), after R. Flesch (1949). His bands:
    0-30 very difficult, 30-45 difficult, 45-60 fairly difficult, 60-70 normal, 70-80 fairly
    easy, 80-90 easy, 90-100 very easy. Short texts go beyond both ends.

    Of a text without words there is nothing to say; it gets 0.0.
    """
    return _flesch_douma(count(text))


def brouwer(text: str) -> float:
    """Return the 'leesindex A' of a Dutch text by Brouwer: the higher, the easier.

    195 - 2 x (words per sentence) - 2/3 x (syllables per 100 words), by R.H.M. Brouwer,
    'Onderzoek naar de leesmoeilijkheden van Nederlands proza', Paedagogische Studien 40 (1963).
    Six bands, from 0-25 very difficult to 80-100 very easy. Long sentences weigh twice as
    much as with Douma.

    Of a text without words there is nothing to say; it gets 0.0.
    """
    return _brouwer(count(text))


def analyse(text: str, language: str) -> Analysis | None:
    """Return what can be said of a text; None of one without words, or not in Dutch.

    Args:
        text: in paragraphs, with an empty line between them.
        language: its language tag.

    """
    aim, counts = AIMS.get(language), count(text)
    if aim is None or not counts.words:
        return None
    index = _flesch_douma(counts)
    by_length = sorted(((len(words(one)), one) for one in sentences(text)), reverse=True)
    return Analysis(
        aim=aim,
        counts=counts,
        flesch_douma=index,
        brouwer=_brouwer(counts),
        level=Level.of(index),
        long_sentences=[(long, one) for long, one in by_length[:SHOWN] if long > aim.words],
        hard_words=hard_words(text),
    )


def _flesch_douma(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    return 206.84 - 0.77 * counts.syllables_per_100_words - 0.93 * counts.words_per_sentence


def _brouwer(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    return 195 - 2 * counts.words_per_sentence - 2 / 3 * counts.syllables_per_100_words
