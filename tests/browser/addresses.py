"""Which addresses of the running demo are looked at."""

from __future__ import annotations

from tests.plugins.demo_site import DemoSite

# The languages in which the demo has all of its pages.
COMPLETE = ("nl", "nl-simple", "en", "ar")
BOTH_SCHEMES = ("light", "dark")
STYLE_GUIDE = "/beheer/stijlgids/"
# Below a campaign's page: always, and from its launch. One party stands for all, and one
# language in each direction.
ALWAYS = ("methode/", "probeer-zelf/", "lanceerdag/")
FROM_THE_LAUNCH = ("antwoorden/", "logboeken/", "index/", "index/lange-tafel/")
BELOW_CAMPAIGNS = {
    "voorbeeldstad-eerste/": (*ALWAYS, *FROM_THE_LAUNCH),
    "voorbeeldstad-tweede/": ALWAYS,
}
BELOW_CAMPAIGNS_IN = ("nl", "ar")


def everything_in(demo: DemoSite, language: str) -> list[str]:
    """Return all there is to read in a language, search in its states, and what went wrong."""
    return [
        *all_to_read(demo, language),
        f"/{language}/zoeken/",
        f"/{language}/zoeken/?q=Rotterdam",
        f"/{language}/zoeken/?q=qqqqq",
        f"/{language}/dit-bestaat-niet/",
        "/inloggen/login/",
    ]


def all_to_read(demo: DemoSite, language: str) -> list[str]:
    """Return every page in a language, and what campaigns answer below theirs."""
    below = BELOW_CAMPAIGNS if language in BELOW_CAMPAIGNS_IN else {}
    return [
        *demo.urls(language),
        *(
            f"/{language}/uitdaging/{campaign}{place}"
            for campaign, places in below.items()
            for place in places
        ),
    ]


def home_of(demo: DemoSite, language: str) -> str:
    """Return the address of the home page in a language."""
    return demo.urls(language)[0]
