"""The way of a council member: from the letter to the launch, on a phone without scripts."""

import time
from urllib.parse import urljoin, urlsplit

import pytest

from tests.browser.challenge_steps import take_step
from tests.browser.magazine_walk import read, status_of

ANSWER = "Ik probeer het."
WORDS = "Op dag vijf was het brood op."
STATEMENT = "Ik wist niet hoe lang een week kan zijn."


@pytest.fixture
def slug():
    """Return a name of its own: a demo that is kept between runs keeps earlier walks."""
    return f"wandeling-{int(time.time())}"


@pytest.fixture
def phone(new_context):
    return new_context("phone", trace=False, java_script_enabled=False).new_page()


def press(phone, end):
    """Press the button of the form that goes there."""
    phone.locator(f"main form[action$='{end}'] button[type=submit]").first.click()


def send(phone):
    """Press the button of the page's first form."""
    phone.locator("main form button[type=submit]").first.click()


def confirm_and_answer(phone, home):
    phone.goto(home)
    press(phone, "/ontvangst/")
    assert phone.locator("[role=status]").count() == 1
    assert phone.locator("main form[action$='/ontvangst/']").count() == 0
    phone.click(".personal__next a[href$='/antwoord/']")
    phone.check("[name=choice][value=accept]")
    phone.fill("[name=words]", ANSWER)
    phone.check("[name=audience][value=public]")
    send(phone)
    assert "En na accept?" in phone.inner_text("main")


def keep_a_week(phone, home, pass_days):
    """Choose the week that the form offers, which begins today, and write on each day of it."""
    phone.goto(home)
    phone.click(".personal__next a[href$='/week/']")
    send(phone)
    for day in range(7):
        phone.goto(f"{home}logboek/")
        if day:
            phone.select_option("[name=day]", index=6 - day)
        phone.fill("[name=amount]", "6,50")
        phone.fill("[name=words]", WORDS if day == 4 else "Soep.")
        phone.check(f"[name=audience][value={'public' if day == 4 else 'journalist'}]")
        press(phone, "/logboek/")
        if day == 0:
            # The other six days are there at once, and each is written in.
            pass_days(6)
    pass_days(1)


def close_the_week(phone, home):
    """Close it, and return the certificate."""
    phone.goto(home)
    phone.click(".personal__next a.button")
    phone.goto(f"{home}afsluiten/")
    press(phone, "/afsluiten/")
    phone.goto(f"{home}afsluiten/")
    address = urljoin(home, phone.get_attribute("main a[href$='getuigschrift.pdf']", "href"))
    return phone.request.get(address).body()


def look_and_correct(phone, home):
    """Read what will be published, ask a correction, and add a statement."""
    phone.goto(home)
    phone.click(".personal__next a[href$='/publicatie/']")
    record = phone.inner_text("main")
    assert ANSWER in record
    assert WORDS in record
    assert "Soep." not in record
    assert phone.locator(".person__yes").count() == 5
    phone.click("main a[href$='/correctie/']")
    phone.fill("[name=words]", "Mijn naam heeft een streepje.")
    send(phone)
    phone.goto(f"{home}verklaring/")
    phone.fill("[name=words]", STATEMENT)
    send(phone)
    assert STATEMENT in phone.inner_text("main")


@pytest.mark.xdist_group("challenge")
def test_from_the_letter_by_seven_days_and_a_certificate_to_the_launch(phone, demo_site, slug):
    link = urlsplit(take_step(demo_site, "begin", slug)).path
    home, public = f"{demo_site.base}{link}", f"/nl/uitdaging/{slug}/"
    # A program that looks into mail opens the link, and no more.
    assert status_of(demo_site, link) == 200
    confirm_and_answer(phone, home)
    keep_a_week(phone, home, lambda days: take_step(demo_site, "pass_days", slug, str(days)))
    assert close_the_week(phone, home).startswith(b"%PDF-")

    assert take_step(demo_site, "let_members_look", slug) == "replying"
    look_and_correct(phone, home)
    assert take_step(demo_site, "mend", slug) == "1"
    phone.goto(f"{home}correctie/")
    assert "Dat is nu goed." in phone.inner_text("main")

    assert f"Lid van {slug}" not in read(demo_site, public)[1]
    assert status_of(demo_site, f"{public}antwoorden/") == 404
    assert take_step(demo_site, "launch", slug) == "launched"
    status, answers, _headers = read(demo_site, f"{public}antwoorden/")
    assert status == 200
    for shown in (f"Lid van {slug}", ANSWER, STATEMENT):
        assert shown in answers
    assert WORDS in read(demo_site, f"{public}logboeken/")[1]
    phone.goto(home)
    assert phone.locator(f".personal__next a[href$='{public}']").count() == 1
