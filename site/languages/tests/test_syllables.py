"""Syllables, against words whose number is known from how the Groene Boekje hyphenates them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.syllables import syllables

HYPHENATED = """
huis brug schuld geld arm straat school nieuw nieuws leeuw schreeuw tijd zij mooi draai groei
wo-ning bu-ren mid-den le-ven sa-men mo-gen ge-meen-te wa-ter zo-mer ta-fel brie-ven re-ke-ning
ko-ken bood-schap-pen e-ten woens-dag Rot-ter-dam Rot-ter-dam-mers ver-ha-len por-tret-ten
schul-den schuld-hulp uit-ke-ring be-taal-baar vrij-wil-li-ger maat-schap-pe-lijk
nieu-we leeu-wen koei-en mooi-e draai-en groei-en bui-en ei-e-ren ui-en vrou-wen bij-een-komst
i-dee-ën re-ü-nie co-ör-di-na-tie co-ö-pe-ra-tie fi-nan-ci-ë-le cli-ënt pa-ti-ënt po-ë-zie
zee-ën knie-ën drie-ën-twin-tig be-ëin-di-gen ge-ëerd ge-ïnd na-ïef ru-ï-ne re-ëel va-cu-üm
Bel-gi-ë be-ïn-vloe-den
mu-se-um ly-ce-um pe-tro-le-um the-a-ter the-o-rie vi-de-o ra-di-o pi-a-no ge-uit
so-ci-aal so-ci-a-le spe-ci-aal fi-nan-ci-eel of-fi-ci-eel ja-nu-a-ri si-tu-a-tie
in-di-vi-du-eel sta-ti-on na-ti-o-naal po-li-tie ac-tie or-ga-ni-sa-tie in-for-ma-tie
par-ti-ci-pa-tie se-ri-eus re-li-gi-eus am-bi-ti-eus ge-beu-ren Eu-ro-pa a-ma-teur
bu-reau bu-reaus ca-deau ni-veau bu-reau-cra-tie ge-au-to-ma-ti-seerd au-to rou-te
toi-let trot-toir mi-li-tair de-tail ba-by hob-by yo-ghurt sym-bool loy-a-li-teit hoc-key
fre-quen-tie a-qua-ri-um quiz web-site on-line team site coach
be-ant-woor-den be-oor-de-len ge-o-pend re-a-ge-ren cre-a-tief ver-ant-woor-de-lijk-heid
er-va-rings-des-kun-di-ge ar-moe-de-be-leid
"""
WORDS = [(word.replace("-", ""), word.count("-") + 1) for word in HYPHENATED.split()]


@pytest.mark.parametrize(("word", "number"), WORDS)
def test_a_word_has_as_many_syllables_as_the_dictionary_says(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("foto's", 2),
        ("zzp'er", 4),
        ("twee-onder-een-kap", 5),
        ("NVVK", 4),
        ("2019", 4),
        ("14,5", 3),
    ],
)
def test_what_is_no_plain_word_has_its_own_rule(word, number):
    assert syllables(word) == number


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=30))
def test_anything_with_a_letter_has_one_at_least_and_no_more_than_letters(word):
    assert 1 <= syllables(word) <= max(1, len(word.lower()))


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_two_words_with_a_hyphen_have_those_of_both(first, second):
    assert syllables(f"{first[0]}-{second[0]}") == first[1] + second[1]
