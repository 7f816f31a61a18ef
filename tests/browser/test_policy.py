"""The browser finds nothing to complain about, and asks nothing of any other site."""

import pytest

from tests.browser.addresses import COMPLETE, all_to_read


@pytest.mark.parametrize("language", COMPLETE)
def test_the_browser_reports_nothing_and_asks_nothing_of_another_site(
    language, demo_site, new_context
):
    page = new_context("laptop", trace=False).new_page()
    reports, asked = [], set()
    page.on("console", lambda message: reports.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: reports.append(f"{page.url}: {error}"))
    page.on(
        "response",
        lambda answer: answer.status >= 400 and reports.append(f"{answer.url}: {answer.status}"),
    )
    page.on("request", lambda request: asked.add(request.url))
    for url in all_to_read(demo_site, language):
        page.goto(f"{demo_site.base}{url}")
        # To the end, so that what loads late is asked for too.
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
    assert reports == []
    assert [url for url in asked if not url.startswith((f"{demo_site.base}/", "data:"))] == []


def test_a_refused_script_is_reported(open_page):
    page = open_page("/nl/")
    reports = []
    page.on("console", lambda message: reports.append(message.text))
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"go()\" style=\"color: red\">')"
    )
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in report for report in reports)
