"""What a first visit sends over the wire, as the browser itself counts it."""

from __future__ import annotations

from collections import Counter

from playwright.sync_api import BrowserContext


def first_visit(context: BrowserContext, url: str) -> tuple[Counter[str], list[str]]:
    """Return the bytes of a first visit by kind of resource, and every address asked for.

    Headers count, bodies count as compressed. Pictures that only come when they are about
    to be seen are no part of a first visit; those on the first screen are.
    """
    page = context.new_page()
    wire = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    sizes: Counter[str] = Counter()
    asked: list[str] = []
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    wire.on(
        "Network.responseReceived",
        lambda event: kinds.update({event["requestId"]: event["type"]}),
    )
    wire.on(
        "Network.loadingFinished",
        lambda event: sizes.update({kinds[event["requestId"]]: event["encodedDataLength"]}),
    )
    wire.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    page.close()
    return sizes, asked
