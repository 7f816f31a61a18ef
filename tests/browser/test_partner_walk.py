"""The way of who tends a warm place: from a phone without scripts to what readers see."""

import re
import time

import pytest

from tests.browser.magazine_walk import approve, read, sign_in

PLACE = "De Lange Lepel"
ADDRESS = "/nl/warmtebronnen/de-lange-lepel/"
# A demo that is kept between runs keeps what earlier walks left.
OPENS = f"08:{int(time.time()) % 60:02}"


@pytest.fixture
def partner(new_context, demo_site):
    page = new_context("phone", trace=False, java_script_enabled=False).new_page()
    sign_in(page, demo_site, "partner1", "/partner/")
    page.get_by_role("link", name=PLACE, exact=True).click()
    return page


def send(page, action):
    """Press the button of the form that goes there."""
    buttons = page.locator(f"form[action$='{action}'] button[type=submit]")
    # Those with a name ask for something else; the hidden one is what Enter presses.
    buttons.and_(page.locator("button:not([name], [aria-hidden])")).first.click()


@pytest.mark.xdist_group("partner")
def test_new_hours_go_by_the_redactieraad_and_a_closed_day_does_not(partner, members, demo_site):
    at = partner.url
    partner.locator("a[href$='/wijzigen/']").click()
    partner.fill("[name='hours-day-0-from_1']", OPENS)
    partner.fill("[name='hours-day-0-to_1']", "06:00")
    send(partner, "/wijzigen/")
    # A night that ends the next morning is fine; half a time is told beside its field.
    assert partner.locator("form[action$='/wijzigen/'] button[value=send]").count() == 1
    partner.locator("button[value=back]").click()
    partner.fill("[name='hours-day-0-to_1']", "")
    send(partner, "/wijzigen/")
    assert partner.locator("[name='hours-day-0-to_1'][aria-invalid=true]").count() == 1
    assert partner.input_value("[name='hours-day-0-from_1']") == OPENS
    partner.fill("[name='hours-day-0-to_1']", "17:00")
    send(partner, "/wijzigen/")
    assert OPENS in partner.inner_text("main")
    partner.locator("button[value=send]").click()
    assert partner.url == at
    assert partner.locator(".messages, .message, [role=status]").count()

    assert OPENS not in read(demo_site, ADDRESS)[1]
    for number, member in enumerate(members):
        assert OPENS not in read(demo_site, ADDRESS)[1], number
        approve(member, demo_site, PLACE)
    for language in ("nl", "ar", "pl"):
        page = read(demo_site, re.sub("^/nl/", f"/{language}/", ADDRESS))[1]
        assert re.search(rf"0?{OPENS.lstrip('0')}", page), language
    assert f"Mo {OPENS}-17:00" in read(demo_site, "/data/warmtebronnen.csv")[1]

    partner.goto(at)
    before = read(demo_site, ADDRESS)[1]
    send(partner, "/vandaag-dicht/")
    assert partner.url == at
    assert read(demo_site, ADDRESS)[1] != before
    partner.locator("form[action$='/terug/'] button").last.click()
