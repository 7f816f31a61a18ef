"""The one list of languages. Adding one is a line here and its `.po` file.

Pure: settings import this before Django is set up.
"""

from __future__ import annotations

from dataclasses import dataclass

import django.conf.locale


@dataclass(frozen=True)
class Language:
    """One language of the site.

    Attributes:
        code: the language tag used in addresses and in `lang` (BCP 47).
        name: its English name.
        name_local: its name for those who speak it.
        bidi: whether it is written from right to left.

    """

    code: str
    name: str
    name_local: str
    bidi: bool = False


SOURCE = "nl"

LANGUAGES = (
    Language("nl", "Dutch", "Nederlands"),
    # A variant subtag registered with IANA: 'simple' stands for simplified language.
    Language("nl-simple", "Simple Dutch", "Eenvoudig Nederlands"),
    Language("en", "English", "English"),
    Language("tr", "Turkish", "Türkçe"),
    Language("ar", "Arabic", "العربية", bidi=True),
    Language("pap", "Papiamentu", "Papiamentu"),
    Language("pt", "Portuguese", "Português"),
    Language("pl", "Polish", "Polski"),
    Language("es", "Spanish", "Español"),
    Language("uk", "Ukrainian", "Українська"),
)

CONTENT_LANGUAGES = [(language.code, language.name_local) for language in LANGUAGES]
LANGUAGES_BIDI = [language.code for language in LANGUAGES if language.bidi]


def fallbacks(code: str) -> tuple[str, ...]:
    """Return the languages to try, in order, where a page lacks the language `code`.

    Readers of Eenvoudig Nederlands read Dutch; all others more often read
    English than Dutch.
    """
    order = (SOURCE, "en") if code.startswith("nl") else ("en", SOURCE)
    return tuple(other for other in order if other != code)


def register_language_info() -> None:
    """Tell Django about the languages it has no entry for (`pap`, `nl-simple`).

    Without an entry `get_language_info` raises; Django documents `LANG_INFO` as
    the place: https://docs.djangoproject.com/en/5.2/ref/settings/#languages
    """
    for language in LANGUAGES:
        django.conf.locale.LANG_INFO.setdefault(
            language.code,
            {
                "bidi": language.bidi,
                "code": language.code,
                "name": language.name,
                "name_local": language.name_local,
            },
        )
