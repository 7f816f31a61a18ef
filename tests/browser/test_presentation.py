"""The slides in a hall: by keyboard, by hand, from ten metres, without a network, on paper."""

from __future__ import annotations

import io

import pikepdf
import pytest
from playwright.sync_api import expect

from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from challenge.tests.whole import on_the_eve
from tests.copies import served

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
HALL = {"width": 1920, "height": 1080}
SCREENS = (HALL, {"width": 1280, "height": 720}, {"width": 1024, "height": 768})
SHOWN = ".slide:not([hidden])"
# The smallest letters on the slide that is shown, and whether something of it is cut off.
MEASURED = """() => {
  const slide = document.querySelector(".slide:not([hidden])");
  const words = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  let smallest = Infinity;
  while (words.nextNode()) {
    if (!words.currentNode.data.trim()) continue;
    const size = parseFloat(getComputedStyle(words.currentNode.parentElement).fontSize);
    smallest = Math.min(smallest, size);
  }
  const cut =
    slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1;
  return { part: smallest / innerHeight, cut, name: slide.className };
}"""


class Hall:
    """The presentation of a campaign on the eve of its launch, and who may show it."""

    def __init__(self, base, slug, session):
        """Take where it is served, and the session of a journalist."""
        self.address = f"{base}/journalist/{slug}/presentatie/"
        self.cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": base}

    def context(self, new_context, **options):
        context = new_context("laptop", trace=False, **options)
        context.add_cookies([self.cookie])
        return context

    def open(self, context, size=HALL):
        page = context.new_page()
        page.set_viewport_size(size)
        page.goto(self.address)
        return page


@pytest.fixture
def hall(chromium, tmp_path):
    whole = on_the_eve()
    user = User.objects.create_user("verslag@voorbeeld.example", "x")
    user.groups.add(Group.objects.get(name="Journalist"))
    client = Client()
    client.force_login(user)
    with served(tmp_path) as base:
        yield Hall(base, whole.campaign.slug, client.session.session_key)


def number(page):
    """Return which slide is shown; it is the only one, and said aloud."""
    expect(page.locator(SHOWN)).to_have_count(1)
    shown = int(page.locator(SHOWN).get_attribute("id").removeprefix("dia-"))
    said = page.locator("[data-status]").inner_text()
    assert str(shown) in said
    assert page.locator(SHOWN).get_attribute("aria-label") in said
    return shown


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
    return number(page)


def swipe(page, start, end):
    page.evaluate(
        """([start, end]) => {
          for (const [type, x] of [["touchstart", start], ["touchend", end]]) {
            const where = { clientX: x, clientY: 300 };
            const touch = new Touch({ identifier: 1, target: document.body, ...where });
            dispatchEvent(new TouchEvent(type, { changedTouches: [touch] }));
          }
        }""",
        [start, end],
    )
    return number(page)


def test_by_keyboard_by_buttons_and_by_hand(hall, new_context):
    page = hall.open(hall.context(new_context))
    last = page.locator(".slide").count()
    assert number(page) == 1
    assert press(page, "ArrowRight", "ArrowDown", "PageDown", " ") == 5
    assert press(page, "Shift+ ", "ArrowLeft", "ArrowUp", "PageUp") == 1
    assert press(page, "ArrowLeft") == 1
    assert press(page, "End", "ArrowRight") == last
    assert press(page, "Home") == 1

    for name, expected in (("on", 2), ("on", 3), ("back", 2)):
        page.locator(f"[data-way={name}]").click()
        assert number(page) == expected
    # Space on a button presses it, once.
    page.locator("[data-way=on]").focus()
    assert press(page, " ") == 3
    assert press(page, "ArrowRight") == 4

    assert swipe(page, 900, 500) == 5
    assert swipe(page, 500, 900) == 4
    assert swipe(page, 500, 520) == 4

    page.reload()
    assert number(page) == 4
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")

    page.locator("[data-way=all]").click()
    expect(page.locator(SHOWN)).to_have_count(last)
    page.locator("[data-start] button").click()
    assert number(page) == 4


def test_every_letter_can_be_read_at_ten_metres_and_nothing_is_cut_off(hall, new_context):
    context = hall.context(new_context)
    for size in SCREENS:
        page = hall.open(context, size)
        for _slide in range(page.locator(".slide").count()):
            found = page.evaluate(MEASURED)
            assert found["part"] >= 0.05, (size, found)
            assert not found["cut"], (size, found)
            page.keyboard.press("ArrowRight")


def test_it_goes_on_without_a_network(hall, new_context):
    context = hall.context(new_context)
    page = hall.open(context)
    page.evaluate("document.fonts.ready")
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    context.set_offline(True)
    for expected in range(2, page.locator(".slide").count() + 1):
        assert press(page, "ArrowRight") == expected
    assert failed == []
    assert page.evaluate("document.fonts.check('700 40px Warm', 'Leven van 50')")


def test_the_file_from_a_stick_asks_nobody_for_anything(hall, new_context, tmp_path):
    page = hall.open(hall.context(new_context))
    page.locator("[data-way=all]").click()
    with page.expect_download() as download:
        page.locator("a[download]").click()
    stick = tmp_path / "stick.html"
    download.value.save_as(stick)

    context = new_context("laptop", trace=False, offline=True)
    page = context.new_page()
    asked, refused = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.set_viewport_size(HALL)
    page.goto(stick.as_uri())
    assert press(page, "ArrowRight", "End", "Home", " ") == 2
    assert page.evaluate(MEASURED)["part"] >= 0.05
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('700 40px Warm', 'Leven')")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert refused == []


def test_without_scripts_it_is_a_page_and_on_paper_one_slide_a_sheet(hall, new_context):
    context = hall.context(new_context, java_script_enabled=False)
    page = hall.open(context, {"width": 360, "height": 740})
    slides = page.locator(".slide")
    for slide in slides.all():
        expect(slide).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator("[data-ways]")).to_be_hidden()
    for printed in (page, hall.open(hall.context(new_context))):
        sheets = printed.pdf(prefer_css_page_size=True)
        with pikepdf.open(io.BytesIO(sheets)) as document:
            assert len(document.pages) == slides.count()
