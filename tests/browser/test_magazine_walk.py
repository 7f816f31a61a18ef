"""The whole way of the magazine: written, decided on from a phone, read, changed, withdrawn."""

import datetime as dt
import re
import time

import pytest

from tests.browser.magazine_walk import approve, read, sign_in, start, status_of, submit, waits

# A demo that is kept between runs keeps what earlier walks left.
RUN = int(time.time())
STORY, BETTER = f"De brug bij zonsopgang {RUN}", f"De brug bij zonsondergang {RUN}"
PORTRAIT = f"Wie is Kees Voorbeeld {RUN}"
CONSENT = f"wandeling-{RUN}"
SLUG, PORTRAIT_SLUG = f"de-brug-bij-zonsopgang-{RUN}", f"wie-is-kees-voorbeeld-{RUN}"
ADDRESS, ABOUT = f"/nl/magazine/{SLUG}/", f"/nl/magazine/{PORTRAIT_SLUG}/"
LISTS = ("/nl/magazine/verhalen/", "/nl/magazine/feed/atom/", "/nl/magazine/feed/rss/")


@pytest.fixture
def editor(new_context, demo_site):
    page = new_context("laptop", trace=False).new_page()
    sign_in(page, demo_site, "redacteur", "/beheer/")
    return page


def appears(demo_site, address, text):
    """Return whether the text comes to stand there; the search index may take a moment."""
    until = time.monotonic() + 20
    while text not in read(demo_site, address)[1]:
        if time.monotonic() > until:
            return False
        time.sleep(0.5)
    return True


@pytest.mark.xdist_group("magazine")
def test_a_story_goes_the_whole_way(demo_site, editor, members):
    start(editor, demo_site, "storypage", title=STORY, intro="Wat je ziet als je vroeg opstaat.")
    submit(editor)
    approve(members[0], demo_site, STORY)
    approve(members[1], demo_site, STORY)
    assert status_of(demo_site, ADDRESS) == 404

    # An edit voids: those who voted are asked again, and the third vote alone does nothing.
    editor.locator("a", has_text=STORY).first.click()
    editor.locator("[name=title]").fill(BETTER)
    editor.locator("footer button", has_text=re.compile("Bewaar|Save")).first.click()
    editor.locator(".messages .success").first.wait_for(timeout=20_000)
    approve(members[2], demo_site, BETTER)
    assert status_of(demo_site, ADDRESS) == 404
    assert waits(members[0], demo_site, BETTER).count()

    approve(members[0], demo_site, BETTER)
    approve(members[1], demo_site, BETTER)
    status, html, headers = read(demo_site, ADDRESS)
    assert status == 200
    assert BETTER in html
    assert "/nl/register/" in html
    assert status_of(demo_site, ADDRESS, **{"If-None-Match": headers["ETag"]}) == 304
    for address in (*LISTS, "/nl/register/", "/sitemap-nl.xml"):
        named = SLUG if "sitemap" in address else BETTER
        assert appears(demo_site, address, named), address
    number = re.search(r"/nl/register/(\d+)/", html)[1]
    register = read(demo_site, "/data/register.csv")[1]
    assert any(line.startswith(f"{number},") for line in register.splitlines())


@pytest.mark.xdist_group("magazine")
def test_a_withdrawn_consent_empties(demo_site, editor, members):
    today = dt.datetime.now(tz=dt.UTC).date()
    editor.goto(f"{demo_site.base}/beheer/toestemmingen/new/")
    editor.locator("[name=reference]").fill(CONSENT)
    editor.locator("[name=for_site]").check()
    editor.locator("[name=given_on]").fill(str(today))
    editor.locator("[name=valid_until]").fill(str(today + dt.timedelta(days=400)))
    # The calendar covers the button.
    editor.locator("[name=reference]").press("Enter")
    editor.locator(".messages .success").first.wait_for(timeout=20_000)

    fields = {"title": PORTRAIT, "intro": "Een man met een plan.", "person_name": "Kees Voorbeeld"}
    start(editor, demo_site, "portraitpage", **fields)
    option = editor.locator("select[name=consent] option", has_text=CONSENT)
    editor.locator("select[name=consent]").select_option(value=option.get_attribute("value"))
    submit(editor)
    for member in members:
        approve(member, demo_site, PORTRAIT)
    assert status_of(demo_site, ABOUT) == 200
    assert appears(demo_site, LISTS[0], PORTRAIT)

    editor.goto(f"{demo_site.base}/beheer/toestemmingen/")
    editor.locator("a", has_text=CONSENT).first.click()
    editor.locator("a[href*='intrekken']").first.click()
    editor.locator("form[action*='intrekken'] button").click()
    editor.locator(".messages .success").first.wait_for(timeout=20_000)
    assert status_of(demo_site, ABOUT) == 404
    for address in (*LISTS, "/nl/magazine/", "/nl/zoeken/?q=Voorbeeld", "/sitemap-nl.xml"):
        html = read(demo_site, address)[1]
        assert PORTRAIT not in html, address
        assert PORTRAIT_SLUG not in html, address
    assert "consent-withdrawn" in read(demo_site, "/data/register.csv")[1]
