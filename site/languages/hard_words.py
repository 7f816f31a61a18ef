"""Words that many readers stumble over, and what may stand in their place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from languages.sentences import sentences, words
from languages.syllables import syllables

MANY_SYLLABLES = 4
# What the site does not say, and what it says instead. Each also with an ending.
OFFICIALESE = {
    "aangaande": "over",
    "aanvang": "begin",
    "afstand tot de arbeidsmarkt": "nog geen werk",
    "alsmede": "en",
    "alvorens": "voordat",
    "betreffende": "over",
    "cliënt": "mens, bewoner, Rotterdammer",
    "conform": "volgens",
    "derhalve": "daarom",
    "desbetreffende": "deze",
    "dient te": "moet",
    "dienen te": "moeten",
    "doelgroep": "zeg om wie het gaat",
    "doelstelling": "doel",
    "echter": "maar",
    "faciliteren": "helpen",
    "geschieden": "gebeuren",
    "implementeren": "invoeren",
    "indien": "als",
    "inzake": "over",
    "kansarm": "zeg wat er aan de hand is",
    "laaggeletterd": "die moeite heeft met lezen",
    "mits": "als",
    "middels": "met, door",
    "minima": "mensen met weinig geld",
    "naar aanleiding van": "door, over",
    "niettegenstaande": "hoewel",
    "participatie": "meedoen",
    "participeren": "meedoen",
    "problematiek": "problemen",
    "reeds": "al",
    "sociaal isolement": "eenzaamheid",
    "te allen tijde": "altijd",
    "teneinde": "om",
    "ten behoeve van": "voor",
    "tevens": "ook",
    "traject": "zeg wat iemand gaat doen",
    "uitkeringsgerechtigde": "iemand met een uitkering",
    "verstrekken": "geven",
    "voorts": "en, verder",
    "woonachtig": "woont",
    "zelfredzaam": "die het zelf kan",
    "zorgdragen voor": "zorgen voor",
}
# Long, and known to all who read us.
FAMILIAR = frozenset(
    {
        "alsjeblieft", "ervaringsdeskundige", "ervaringsdeskundigen", "gemeenteraad", "magazine",
        "redactieraad", "rotterdammer", "rotterdammers", "rotterdamse", "warmtebronnen",
    }
)  # fmt: skip
# `cliënten`, `doelgroepen` and `trajecten` are found by the word itself.
_ENDING = r"(?:e|en|s)?"
_PHRASES = {
    phrase: re.compile(rf"\b{re.escape(phrase)}{_ENDING}\b", re.IGNORECASE)
    for phrase in OFFICIALESE
}


@dataclass(frozen=True)
class HardWord:
    """A word or phrase that is hard.

    Attributes:
        text: as it stands in the text.
        times: how often.
        instead: what may stand in its place; empty where that is the writer's to find.

    """

    text: str
    times: int
    instead: str = ""


def hard_words(text: str) -> list[HardWord]:
    """Return the hard words and phrases of a text: first what the site never says."""
    text = unicodedata.normalize("NFC", text)
    officialese = []
    for phrase, instead in OFFICIALESE.items():
        found = _PHRASES[phrase].findall(text)
        if found:
            officialese.append(HardWord(found[0], len(found), instead))
    said = {word.lower() for one in officialese for word in words(one.text)}
    times = Counter(word for word in _long_words(text) if word.lower() not in said)
    return [*officialese, *(HardWord(word, number) for word, number in times.most_common())]


def _long_words(text: str) -> Iterator[str]:
    """Yield each word of many syllables; names are as long as they are."""
    for sentence in sentences(text):
        for position, word in enumerate(words(sentence)):
            is_name = position > 0 and word[0].isupper()
            is_number = any(letter.isdigit() for letter in word)
            if is_name or is_number or word.lower() in FAMILIAR:
                continue
            if syllables(word) >= MANY_SYLLABLES:
                yield word if position else word.lower()
