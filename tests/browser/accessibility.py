"""The axe accessibility engine, as locked in package-lock.json."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.guards.files import ROOT

SOURCE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # Off by default in axe, and part of WCAG 2.2 AA.
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": True}},
    "resultTypes": ["violations"],
}
# What another colour scheme can change about a page.
COLOURS_ONLY = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}


@cache
def _engine() -> str:
    """Return axe's source."""
    if not SOURCE.exists():
        pytest.fail("axe-core is not installed. Install the locked npm tools: npm ci")
    return SOURCE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Return each rule that the page breaks, with the elements that break it."""
    page.evaluate(_engine())
    return _run(page, OPTIONS)


def violations_light_and_dark(page: Page) -> list[str]:
    """Return each rule that the page breaks, and each that its colours break in the dark."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += [f"in the dark: {violation}" for violation in _run(page, COLOURS_ONLY)]
    page.emulate_media(color_scheme="light")
    return found


def _run(page: Page, options: dict[str, Any]) -> list[str]:
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}: "
        + "; ".join(_where(node) for node in violation["nodes"])
        for violation in result["violations"]
    ]


def _where(node: dict[str, Any]) -> str:
    """Return where an element is and what is the matter with it."""
    checks = [*node["any"], *node["all"], *node["none"]]
    reason = checks[0]["message"] if checks else ""
    return f"{node['target'][-1]} [{reason}]"
