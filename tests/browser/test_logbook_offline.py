"""A logbook on a phone whose connection comes and goes: all that is typed is kept, each once."""

from __future__ import annotations

import datetime as dt
import gzip
import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from django.utils import timezone

from challenge import links
from challenge.tests.factories import EntryFactory, InviteeFactory, WeekFactory
from challenge.tests.weeks import campaign_of_now
from challenge.vocabulary import Spending
from tests.browser.accessibility import violations_light_and_dark
from tests.browser.test_page_weight import MOST_SCRIPT
from tests.copies import served

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
STATUS, DAYS = "[data-status]", "[data-days]"
# A busy machine takes its time.
PATIENCE = 20_000
# Of the amount for the week, after the entry that is there.
LEFT = 4750


class Logbook:
    """A member's logbook, served from a copy of what the test made."""

    def __init__(self, base, folder, address):
        """Take where it is served, and from which folder."""
        self.base, self.database, self.address = base, folder / "db.sqlite3", address

    def cents(self):
        """Return the cents of each entry that was kept."""
        with closing(sqlite3.connect(self.database)) as connection:
            rows = connection.execute("SELECT cents FROM challenge_entry ORDER BY cents")
            return [cents for (cents,) in rows]

    def open(self, context, path=""):
        page = context.new_page()
        page.goto(f"{self.base}{self.address}logboek/{path}")
        return page


@pytest.fixture
def logbook(chromium, tmp_path):
    now, day = timezone.now(), dt.timedelta(days=1)
    today = timezone.localdate(now)
    week = WeekFactory(invitee=InviteeFactory(campaign=campaign_of_now(now)), starts_on=today - day)
    EntryFactory(week=week, key="00000000-0000-4000-8000-000000000001", words="Er was al iets")
    token = links.make(week.invitee, now)
    with served(tmp_path) as base:
        yield Logbook(base, tmp_path, f"/uitdaging/{token}/")


def write(page, amount, words):
    page.fill("[name=amount]", amount)
    page.fill("[name=words]", words)


def said(page, name):
    """Wait until the form says what it says in this case."""
    words = page.locator("[data-logbook]").get_attribute(f"data-{name}")
    expect(page.locator(STATUS)).to_have_text(words, timeout=PATIENCE)


WAITING = """() => new Promise((done) => {
    indexedDB.open("logbook").onsuccess = ({ target }) => {
        const rows = target.result.transaction("waiting").objectStore("waiting").getAll();
        rows.onsuccess = () => done(JSON.stringify(rows.result));
    };
})"""


def kept_here(page, words):
    """Wait until the browser has kept these words."""
    for _time in range(100):
        if words in page.evaluate(WAITING):
            return
        page.wait_for_timeout(100)
    pytest.fail("the browser did not keep it")


def test_what_is_typed_without_a_connection_is_sent_exactly_once(logbook, new_context):
    context = new_context("phone", trace=False)
    page = logbook.open(context)
    write(page, "1,50", "Met verbinding")
    said(page, "saved")
    assert logbook.cents() == [150, 250]
    page.click("[data-logbook] [type=submit]")
    expect(page.locator("[name=words]")).to_have_value("")

    context.set_offline(True)
    write(page, "4", "Zonder verbinding")
    said(page, "waiting")
    page.click("[data-logbook] [type=submit]")
    expect(page.locator("[data-waiting-list] li")).to_have_count(1)
    write(page, "x", "Geen bedrag")
    kept_here(page, "Geen bedrag")
    page.close()

    # The page was closed; what waits is sent when it is opened again.
    context.set_offline(False)
    page = logbook.open(context)
    expect(page.locator(DAYS)).to_contain_text("Zonder verbinding", timeout=PATIENCE)
    # What cannot be kept stays on the phone, says why, and goes back into the form.
    row = page.locator("[data-waiting-list] li")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Geen bedrag", timeout=PATIENCE)
    row.locator("button").first.click()
    expect(page.locator("[name=words]")).to_have_value("Geen bedrag")
    page.fill("[name=amount]", "5,25")
    said(page, "saved")
    assert logbook.cents() == [150, 250, 400, 525]
    expect(page.locator("[data-waiting-list]")).to_be_hidden()


def test_what_is_left_counts_what_waits_on_this_phone_and_nothing_twice(logbook, new_context):
    context = new_context("phone", trace=False)
    page = logbook.open(context)
    figure = page.locator("[data-number]")
    left(figure, LEFT)

    context.set_offline(True)
    write(page, "4", "Zonder verbinding")
    left(figure, LEFT - 400)
    page.click("[data-logbook] [type=submit]")
    expect(page.locator("[data-waiting-list] li")).to_have_count(1)
    page.select_option("[name=spending]", Spending.OUTINGS)
    write(page, "9,99", "Beside what the amount is for")
    expect(page.locator("[data-others]")).to_contain_text(re.compile("9[.,]99"))
    page.click("[data-logbook] [type=submit]")
    expect(page.locator("[data-waiting-list] li")).to_have_count(2)
    page.select_option("[name=spending]", Spending.FOOD)
    write(page, "60", "Te veel")
    left(figure, 6000 - (LEFT - 400))
    expect(page.locator(".balance--over")).to_be_visible()
    write(page, "1", "Te veel")
    left(figure, LEFT - 500)

    # One of them arrives, and no answer comes back: the site has it, and it waits here, too.
    arrived = []

    def lose(route):
        if route.request.method != "POST":
            route.continue_()
            return
        if not arrived:
            arrived.append(route.fetch().status)
        route.abort()

    page.route("**/logboek/", lose)
    with page.expect_event("requestfailed", lambda _request: arrived, timeout=PATIENCE):
        context.set_offline(False)
    page.reload()
    expect(page.locator("[data-days] [data-entry]")).to_have_count(2)
    left(figure, LEFT - 500)
    page.unroute("**/logboek/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-days] [data-entry]")).to_have_count(4, timeout=PATIENCE)
    left(figure, LEFT - 500)
    as_said = page.locator(".balance").inner_text()
    page.reload()
    # So it says itself when nothing waits, in the same words.
    assert logbook.cents() == [100, 250, 400, 999]
    assert page.locator(".balance").inner_text() == as_said
    write(page, "x", "Geen bedrag")
    kept_here(page, "Geen bedrag")
    assert page.locator(".balance").inner_text() == as_said


def left(figure, cents):
    """Wait until so much is left, or too much, in whatever language the browser asks for."""
    euros, rest = divmod(cents, 100)
    words = f"{euros}[.,]{rest:02}" if rest else f"{euros}"
    expect(figure).to_have_text(re.compile(rf"^€\s{words}$"), timeout=PATIENCE)


def test_an_answer_that_got_lost_makes_nothing_double(logbook, new_context):
    page = logbook.open(new_context("phone", trace=False))
    lost = []

    def lose_the_first(route):
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/logboek/", lose_the_first)
    write(page, "2", "Een")
    expect(page.locator(DAYS)).to_contain_text("Een", timeout=PATIENCE)
    assert lost == [200]
    write(page, "3", "Een en twee")
    expect(page.locator(DAYS)).to_contain_text("Een en twee", timeout=PATIENCE)
    assert logbook.cents() == [250, 300]
    expect(page.locator("[data-days] [data-entry]")).to_have_count(2)


def test_the_second_of_two_devices_sees_both_texts_and_chooses(logbook, new_context):
    path = "00000000-0000-4000-8000-000000000001/"
    phone, laptop = (
        logbook.open(new_context(size, trace=False), path) for size in ("phone", "laptop")
    )
    phone.fill("[name=words]", "Op de telefoon")
    said(phone, "saved")
    laptop.fill("[name=words]", "Op de laptop")
    said(laptop, "overtaken")
    expect(laptop.locator("[data-other]")).to_contain_text("Op de telefoon")
    expect(laptop.locator("[name=words]")).to_have_value("Op de laptop")
    laptop.click("[data-mine]")
    said(laptop, "saved")
    phone.fill("[name=words]", "Toch op de telefoon")
    said(phone, "overtaken")
    phone.click("[data-theirs]")
    expect(phone.locator(DAYS)).to_contain_text("Op de laptop", timeout=PATIENCE)
    expect(phone.locator("[data-days] [data-entry]")).to_have_count(1)


def test_its_pages_can_be_used_by_everybody_and_are_light(logbook, new_context):
    context = new_context("phone", trace=False)
    page = context.new_page()
    entry = "logboek/00000000-0000-4000-8000-000000000001/"
    for path in ("logboek/", entry, "week/", "stoppen/", "afsluiten/"):
        page.goto(f"{logbook.base}{logbook.address}{path}")
        assert violations_light_and_dark(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page = logbook.open(context)
    # This server does not compress them; the site's own does.
    scripts = page.locator("script[src]").evaluate_all("all => all.map((one) => one.src)")
    bodies = [gzip.compress(page.request.get(script).body()) for script in scripts]
    assert len(bodies) == 3
    assert sum(map(len, bodies)) <= MOST_SCRIPT
    page.context.set_offline(True)
    write(page, "4", "Zonder verbinding")
    page.click("[data-logbook] [type=submit]")
    expect(page.locator("[data-waiting-list] li")).to_have_count(1, timeout=PATIENCE)
    assert violations_light_and_dark(page) == []
