"""The indices of Dutch: right by hand, and sane for any text whatever."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.hard_words import hard_words
from languages.readability import AIMS, Level, analyse, brouwer, count, flesch_douma
from languages.sentences import sentences, words

# 'De kat zit op de mat. Zij slaapt.': 8 words, 2 sentences, 8 syllables.
EASY = "De kat zit op de mat. Zij slaapt."
HARD = (
    "Ten behoeve van de doelgroep met een afstand tot de arbeidsmarkt wordt, teneinde de "
    "maatschappelijke participatie van desbetreffende uitkeringsgerechtigden te faciliteren, "
    "een multidisciplinair begeleidingstraject geïmplementeerd."
)
PARAGRAPHS = st.text(max_size=400)
# Words of one syllable and of four, to build texts of which everything is known.
SHORT, LONG = "huis", "woningbouwer"


def test_the_indices_are_what_a_pencil_makes_of_them():
    assert (count(EASY).words, count(EASY).sentences, count(EASY).syllables) == (8, 2, 8)
    assert flesch_douma(EASY) == pytest.approx(206.84 - 0.77 * 100 - 0.93 * 4)
    assert brouwer(EASY) == pytest.approx(195 - 2 * 4 - 2 / 3 * 100)


@pytest.mark.parametrize("index", [flesch_douma, brouwer])
def test_officialese_is_harder_than_plain_words(index):
    assert index(HARD) < 30 < index(EASY)


@pytest.mark.parametrize("text", ["", " \n\n ", "...", "?! — “”", "\u0301"])
@pytest.mark.parametrize("index", [flesch_douma, brouwer])
def test_of_a_text_without_words_there_is_nothing_to_say(index, text):
    assert index(text) == 0.0
    assert analyse(text, "nl") is None


@given(PARAGRAPHS)
def test_any_text_gets_two_numbers(text):
    assert isinstance(flesch_douma(text), float)
    assert isinstance(brouwer(text), float)


@given(PARAGRAPHS, st.sampled_from(sorted(AIMS)))
def test_any_text_can_be_analysed(text, language):
    found = analyse(text, language)
    assert (found is None) == (not words(text))


@given(PARAGRAPHS)
def test_no_word_is_lost_between_sentences(text):
    assert [word for one in sentences(text) for word in words(one)] == words(text)


@given(PARAGRAPHS.filter(words), st.integers(2, 4))
def test_saying_it_again_makes_it_no_harder(text, times):
    repeated = "\n\n".join([text] * times)
    assert flesch_douma(repeated) == pytest.approx(flesch_douma(text))
    assert brouwer(repeated) == pytest.approx(brouwer(text))


@given(st.lists(st.sampled_from([SHORT, LONG]), min_size=1, max_size=30), st.data())
def test_a_longer_word_never_makes_it_easier(chosen, data):
    position = data.draw(st.integers(0, len(chosen) - 1))
    longer = [*chosen[:position], LONG, *chosen[position + 1 :]]
    for index in (flesch_douma, brouwer):
        assert index(" ".join(longer)) <= index(" ".join(chosen))


@given(st.lists(st.integers(1, 20), min_size=2, max_size=8))
def test_joining_sentences_never_makes_it_easier(lengths):
    apart = " ".join("Huis" + " huis" * (length - 1) + "." for length in lengths)
    joined = " ".join([SHORT] * sum(lengths)) + "."
    for index in (flesch_douma, brouwer):
        assert index(joined) <= index(apart)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ik kom. Jij ook? Ja!", 3),
        ("Het kost 14.5 euro, dat is 3.000 cent.", 1),
        ("Dhr. J. de Vries kwam o.a. Samira halen.", 1),
        ("Zij kwam in 2019. Daarna bleef zij.", 2),
        ("Om 10.30 uur. Dan gaan we.", 2),
        ("'Kom je mee?' vroeg hij.", 1),
        ("“Kom mee!” Hij lachte.", 2),
        ("Klaar. 's Avonds is er soep.", 2),
        ("En toen… stil. Heel stil.", 2),
        ("En toen ... kwam zij.", 1),
        ("1. Bel de gemeente.\n\n2. Vraag om hulp.", 2),
        ("Een kop\n\nEen zin die\nover twee regels loopt.", 2),
        ("Lees bijv. Brieven van de Belastingdienst.", 1),
        ("Zij woont in Zuid (bij de haven). Hij ook.", 2),
        ("Wat?! Echt waar?", 2),
        ("Kijk op www.voorbeeld.example. Daar staat het.", 2),
    ],
)
def test_sentences_end_where_they_end(text, number):
    assert len(sentences(text)) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foto's, zzp'ers en o.a. 3.000 auto's",
            ["Foto's", "zzp'ers", "en", "o.a", "3.000", "auto's"],
        ),
        ("twee-onder-een-kap — of/en", ["twee-onder-een-kap", "of", "en"]),
        ("re\u0308u\u0308nie", ["rëünie"]),
    ],
)
def test_words_are_whole(text, expected):
    assert words(text) == expected


def test_a_level_follows_the_index():
    assert Level.of(95) is Level.A1
    assert Level.of(80) is Level.A2
    assert Level.of(79.9) is Level.B1
    assert Level.of(-200) is Level.C1


def test_simple_dutch_has_a_stricter_aim():
    text = "De kat zit nu op de grote mat bij de warme kachel in huis."
    assert analyse(text, "nl").long_sentences == []
    assert [long for long, _one in analyse(text, "nl-simple").long_sentences] == [14]


@pytest.mark.parametrize("language", ["en", "ar", "tr", ""])
def test_only_dutch_is_measured(language):
    assert analyse(EASY, language) is None


def test_the_longest_sentence_comes_first():
    sentence = "Huis" + " huis" * 20 + "."
    longer = "Huis" + " huis" * 30 + "."
    found = analyse(f"{EASY} {sentence} {longer}", "nl")
    assert [long for long, _one in found.long_sentences] == [31, 21]


@pytest.mark.parametrize(
    "text",
    [
        "de doelgroep",
        "twee Doelgroepen",
        "een cliënt",
        "drie clie\u0308nten",
        "Afstand tot de arbeidsmarkt",
    ],
)
def test_what_the_site_never_says_is_found_in_every_form(text):
    assert hard_words(text)[0].instead


def test_a_hard_word_is_listed_once_with_how_often_it_stands_there():
    text = "Zij krijgt begeleidingsgesprekken. Veel begeleidingsgesprekken."
    (found,) = hard_words(text)
    assert (found.text, found.times, found.instead) == ("begeleidingsgesprekken", 2, "")


def test_names_and_what_everybody_here_knows_are_not_hard():
    assert hard_words("Wij zagen Katendrechtsebrug. Rotterdammers kwamen in 1234567.") == []


def test_plain_words_are_not_hard():
    assert hard_words(EASY) == []


@pytest.mark.parametrize(
    "text",
    ["a" * 50_000, "." * 50_000, "a. " * 20_000, "\n " * 50_000],
    ids=["one word", "dots", "initials", "nothing"],
)
def test_no_text_takes_long(text):
    start = time.monotonic()
    analyse(text, "nl")
    assert time.monotonic() - start < 5
