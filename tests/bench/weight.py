"""What a first visit to home sends over the wire, by kind, at 360 px wide."""

from __future__ import annotations

from collections import Counter

from playwright.sync_api import sync_playwright

from tests import wire

FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def first_visit(chromium: str, address: str, density: int) -> Counter[str]:
    """Return the bytes on the wire by kind of resource, headers included.

    Args:
        chromium: the path of the browser.
        address: the page to visit.
        density: device pixels to a CSS pixel; a sharper screen fetches larger pictures.

    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, device_scale_factor=density, is_mobile=True
        )
        sizes, _asked = wire.first_visit(context, address)
        browser.close()
    return sizes
