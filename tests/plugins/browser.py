"""A real browser on the running demo: phone or laptop, light or dark, with or without scripts.

`open_page` gives a test a page in the state it asks for. When the test fails, a picture
of every page it had open and a trace (`playwright show-trace`) stay in `test-results/`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.plugins.demo_site import ROOT, DemoSite

VIEWPORTS = {
    "phone": {"width": 360, "height": 740},
    "tablet": {"width": 768, "height": 1024},
    "laptop": {"width": 1280, "height": 900},
    "narrow": {"width": 320, "height": 640},
}
# Debian's Chromium, because playwright's own cannot be downloaded everywhere. Without
# the flags the browser calls its maker.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
RESULTS = ROOT / "test-results"
_OUTCOME = pytest.StashKey[bool]()

OpenPage = Callable[..., Page]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember whether the test failed, for the fixture that keeps its trace."""
    report: Any = yield
    if report.failed:
        item.stash[_OUTCOME] = True
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the browser that all tests of this process share."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next((path for path in map(shutil.which, names) if path), None)
    if program is None:
        pytest.fail("Chromium was not found. Install it: sudo apt-get install chromium")
    # Playwright keeps an event loop running in this thread, which makes Django refuse its
    # database: https://github.com/microsoft/playwright-pytest/issues/29
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(
    chromium: Browser, request: pytest.FixtureRequest
) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a fresh browser profile, traced until the test ends."""
    contexts: list[tuple[BrowserContext, bool]] = []

    def new(
        viewport: str = "phone", scheme: str = "light", *, trace: bool = True, **options: Any
    ) -> BrowserContext:
        context = chromium.new_context(
            viewport=VIEWPORTS[viewport], color_scheme=scheme, reduced_motion="reduce", **options
        )
        if trace:
            context.tracing.start(screenshots=True, snapshots=True)
        contexts.append((context, trace))
        return context

    yield new
    failed = request.node.stash.get(_OUTCOME, False)
    folder = RESULTS / re.sub(r"[^\w.-]+", "-", request.node.nodeid).strip("-")
    for number, (context, traced) in enumerate(contexts, start=1):
        if failed:
            _keep(context, folder, number, traced=traced)
        context.close()


def _keep(context: BrowserContext, folder: Path, number: int, *, traced: bool) -> None:
    """Keep a picture of every open page, and the trace."""
    folder.mkdir(parents=True, exist_ok=True)
    for index, page in enumerate(context.pages, start=1):
        page.screenshot(path=folder / f"{number}-{index}.png", full_page=True)
    if traced:
        context.tracing.stop(path=folder / f"{number}-trace.zip")


@pytest.fixture
def open_page(demo_site: DemoSite, new_context: Callable[..., BrowserContext]) -> OpenPage:
    """Return a function that opens an address of the demo.

    Its arguments: the address, then by name `viewport` (phone, tablet, laptop, narrow),
    `scheme` (light, dark), and what playwright's `new_context` takes, as
    `java_script_enabled=False`.
    """

    def opened(address: str, **options: Any) -> Page:
        page = new_context(**options).new_page()
        page.goto(f"{demo_site.base}{address}")
        return page

    return opened
