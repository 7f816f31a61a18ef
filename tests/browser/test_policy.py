"""The browser finds nothing to complain about: no refused script, no failed request."""

import pytest

from tests.browser.addresses import COMPLETE


@pytest.mark.parametrize("language", COMPLETE)
def test_the_browser_reports_nothing(language, demo_site, new_context):
    page = new_context("laptop", trace=False).new_page()
    reports = []
    page.on("console", lambda message: reports.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: reports.append(f"{page.url}: {error}"))
    page.on(
        "response",
        lambda answer: answer.status >= 400 and reports.append(f"{answer.url}: {answer.status}"),
    )
    for url in demo_site.urls(language):
        page.goto(f"{demo_site.base}{url}", wait_until="networkidle")
    assert reports == []


def test_a_refused_script_is_reported(open_page):
    page = open_page("/nl/")
    reports = []
    page.on("console", lambda message: reports.append(message.text))
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p onclick=\"go()\" style=\"color: red\">')"
    )
    page.wait_for_timeout(200)
    assert any("Content Security Policy" in report for report in reports)
