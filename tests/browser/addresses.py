"""Which addresses of the running demo are looked at."""

from __future__ import annotations

from tests.plugins.demo_site import DemoSite

# The languages in which the demo has all of its pages.
COMPLETE = ("nl", "nl-simple", "en", "ar")
BOTH_SCHEMES = ("light", "dark")
STYLE_GUIDE = "/beheer/stijlgids/"


def everything_in(demo: DemoSite, language: str) -> list[str]:
    """Return every page in a language, search in its states, an unknown address and signing in."""
    return [
        *demo.urls(language),
        f"/{language}/zoeken/",
        f"/{language}/zoeken/?q=Rotterdam",
        f"/{language}/zoeken/?q=qqqqq",
        f"/{language}/dit-bestaat-niet/",
        "/inloggen/login/",
    ]


def home_of(demo: DemoSite, language: str) -> str:
    """Return the address of the home page in a language."""
    return demo.urls(language)[0]
