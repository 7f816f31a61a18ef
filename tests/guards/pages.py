"""What every page that a reader gets must have, and what it may not load."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from languages.registry import LANGUAGES_BIDI
from tests.guards.templates import refused_by_csp

LONGEST_DESCRIPTION = 320
# The attributes with which a page makes a browser fetch something by itself.
FETCHING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href",),
}
FETCHING_LINKS = frozenset(
    {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "apple-touch-icon"}
    | {"preconnect", "dns-prefetch"}
)


def page_faults(html: str, *, url: str, language: str, host: str) -> list[str]:
    """Return what a page lacks or does wrong; it is the page itself at `url`, not an error."""
    soup = BeautifulSoup(html, "html.parser")
    return [
        *document_faults(html, language=language, host=host),
        *_head_faults(soup, url),
    ]


def document_faults(html: str, *, language: str, host: str) -> list[str]:
    """Return what is wrong with any HTML that a reader gets, an error page too."""
    soup = BeautifulSoup(html, "html.parser")
    return [
        *_language_faults(soup, language),
        *_heading_faults(soup),
        *_picture_faults(soup),
        *(f"fetches from another site: {address}" for address in fetched_elsewhere(html, host)),
        *refused_by_csp(html),
    ]


def title_of(html: str) -> str:
    """Return the title of a page."""
    title = BeautifulSoup(html, "html.parser").title
    return title.get_text(strip=True) if title else ""


def links_of(html: str) -> set[str]:
    """Return every address of this site that a page links to, without what follows `#`."""
    soup = BeautifulSoup(html, "html.parser")
    addresses = {str(link["href"]).split("#")[0] for link in soup.select("a[href]")}
    return {address for address in addresses if address.startswith("/")}


def fetched_elsewhere(html: str, host: str) -> list[str]:
    """Return every address that the page makes a browser fetch from another host."""
    soup = BeautifulSoup(html, "html.parser")
    addresses = []
    for name, attributes in FETCHING.items():
        for element in soup.find_all(name):
            addresses += [part for attribute in attributes for part in _urls(element, attribute)]
    for link in soup.find_all("link"):
        if FETCHING_LINKS & {rel.lower() for rel in link.get_attribute_list("rel") if rel}:
            addresses += _urls(link, "href")
    return [address for address in addresses if urlsplit(address).netloc not in {"", host}]


def _urls(element: Tag, attribute: str) -> list[str]:
    """Return the addresses in an attribute; `srcset` holds several."""
    value = str(element.get(attribute) or "")
    if attribute == "srcset":
        return [part.split()[0] for part in value.split(",") if part.split()]
    return [value] if value and not value.startswith("data:") else []


def _language_faults(soup: BeautifulSoup, language: str) -> Iterator[str]:
    """Yield a wrong language or direction of the page."""
    html = soup.html
    direction = "rtl" if language in LANGUAGES_BIDI else "ltr"
    if html is None or html.get("lang") != language:
        yield f"lang is not {language}"
    if html is None or html.get("dir") != direction:
        yield f"dir is not {direction}"


def _heading_faults(soup: BeautifulSoup) -> Iterator[str]:
    """Yield headings that skip a level, and another number of h1 than one."""
    levels = [int(heading.name[1]) for heading in soup.find_all(["h1", "h2", "h3", "h4", "h5"])]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1 instead of one"
    previous = 0
    for level in levels:
        if level > previous + 1:
            yield f"an h{level} after an h{previous}" if previous else f"starts with an h{level}"
        previous = level


def _picture_faults(soup: BeautifulSoup) -> Iterator[str]:
    """Yield pictures without alternative text or without room kept for them."""
    for image in soup.find_all("img"):
        lacks = [name for name in ("alt", "width", "height") if not image.has_attr(name)]
        if lacks:
            yield f"picture {image.get('src')} lacks {', '.join(lacks)}"


def _head_faults(soup: BeautifulSoup, url: str) -> Iterator[str]:
    """Yield what search engines and other sites lack in the head."""
    if not soup.title or not soup.title.get_text(strip=True):
        yield "no title"
    description = soup.find("meta", attrs={"name": "description"})
    words = str(description.get("content") or "").strip() if isinstance(description, Tag) else ""
    if not 0 < len(words) <= LONGEST_DESCRIPTION:
        yield f"a description of {len(words)} characters"
    canonical = soup.find("link", rel="canonical")
    address = urlsplit(str(canonical.get("href"))) if isinstance(canonical, Tag) else None
    if address is None:
        yield "no canonical address"
    elif not address.scheme or address.path != url:
        yield f"canonical address {address.geturl()} instead of its own"
