"""Passing a story on by plain links: nobody hears of it before a reader presses one. Pure."""

from __future__ import annotations

from urllib.parse import quote

from django.utils.translation import gettext as _


def share_links(title: str, address: str) -> list[tuple[str, str]]:
    """Return the ways to pass a story on: the name of each, and where it leads."""
    both = quote(f"{title}\n{address}", safe="")
    return [
        (_("By e-mail"), f"mailto:?subject={quote(title, safe='')}&body={both}"),
        ("WhatsApp", f"https://wa.me/?text={both}"),
        # After the '#', so that not even this site of Mastodon's makers is told what is shared:
        # https://blog.joinmastodon.org/2026/03/a-new-share-button
        ("Mastodon", f"https://share.joinmastodon.org/#text={both}"),
        ("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={quote(address, safe='')}"),
    ]
