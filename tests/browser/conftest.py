"""Fixtures for tests that look at the running demo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.magazine_walk import sign_in
from tests.plugins.demo_site import DemoSite

DEMO_PASSWORD = "warm-demo"


@pytest.fixture(scope="session")
def editor_cookies(demo_site: DemoSite, chromium: Any) -> list[Any]:
    """Sign in as the demo's administrator, once for this process."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{demo_site.base}/beheer/")
    page.locator("input[name=login]").fill("beheer@voorbeeld.example")
    page.locator("input[name=password]").fill(DEMO_PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(f"{demo_site.base}/beheer/**")
    cookies: list[Any] = context.cookies()
    context.close()
    return cookies


@pytest.fixture
def editor_context(
    new_context: Callable[..., BrowserContext], editor_cookies: list[Any]
) -> Callable[..., BrowserContext]:
    """Return a function that opens a browser profile signed in as the administrator."""

    def new(viewport: str = "laptop", scheme: str = "light", **options: Any) -> BrowserContext:
        context = new_context(viewport, scheme, trace=False, **options)
        context.add_cookies(editor_cookies)
        return context

    return new


@pytest.fixture
def members(new_context: Callable[..., BrowserContext], demo_site: DemoSite) -> list[Page]:
    """Three members on their phones, without scripts: two experts, and one who is none."""
    pages = []
    for name in ("raad1", "raad4", "raad3"):
        page = new_context("phone", trace=False, java_script_enabled=False).new_page()
        sign_in(page, demo_site, name, "/redactieraad/")
        pages.append(page)
    return pages
