"""A week on the amount for anybody: in their own browser, and told to nobody."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations_light_and_dark

CAMPAIGN = re.compile(r"^/[\w-]+/uitdaging/[^/]+/$")


@pytest.fixture
def address_in(demo_site):
    """Return where a campaign of the demo lets readers try it, in a language."""

    def address(language):
        return (
            next(url for url in demo_site.urls(language) if CAMPAIGN.match(url)) + "probeer-zelf/"
        )

    return address


def number(page):
    """Return what is left, or what is too much, in cents."""
    digits = re.sub(r"[^\d.,]", "", page.inner_text("[data-number]"))
    euros, _point, cents = digits.replace(",", ".").partition(".")
    return int(euros) * 100 + int(cents or 0)


def write(page, amount, *, group=1, words=""):
    option = page.locator(f"[name=kind] optgroup:nth-of-type({group}) option").first
    page.select_option("[name=kind]", option.get_attribute("value"))
    page.fill("[name=amount]", amount)
    page.fill("[name=words]", words)
    page.click("[data-form] [type=submit]")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_week_is_kept_in_this_browser_and_no_request_leaves_it(language, open_page, address_in):
    page = open_page(address_in(language))
    page.wait_for_load_state("networkidle")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: dialog.accept())
    amount = int(page.locator("[data-own-week]").get_attribute("data-amount"))
    expect(page.locator("[data-paper]")).to_be_hidden()
    assert number(page) == amount

    for typed, left in (("12,50", amount - 1250), ("€ ٣", amount - 1550), ("0.50", amount - 1600)):
        write(page, typed, words="=1+1")
        assert number(page) == left
    write(page, "9", group=2)
    assert number(page) == amount - 1600
    expect(page.locator("[data-others]")).to_be_visible()
    for wrong in ("-5", "1.2.3", "99999", "tien"):
        write(page, wrong)
        expect(page.locator("[data-error]")).to_be_visible()
        assert number(page) == amount - 1600
    assert violations_light_and_dark(page) == []
    page.locator("[data-days] [data-remove]").first.click()
    assert number(page) == amount - 350
    write(page, str(amount // 100))
    expect(page.locator(".balance--over")).to_be_visible()
    assert number(page) == 350

    with page.expect_download() as download:
        page.click("[data-save]")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert len(text.splitlines()) == 5
    assert '"\'=1+1"' in text
    assert [url for url in asked if not url.startswith("blob:")] == []

    page.reload()
    assert number(page) == 350
    page.click("[data-wipe]")
    assert number(page) == amount
    assert (
        page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('own-week'))") == []
    )


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_without_scripts_there_is_a_table_for_paper(language, open_page, address_in):
    page = open_page(address_in(language), java_script_enabled=False)
    assert page.locator("[data-paper] tbody tr").count() == 7
    assert page.locator("[data-paper]").is_visible()
    assert not page.locator("[data-own-week]").is_visible()
