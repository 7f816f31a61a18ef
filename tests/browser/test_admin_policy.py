"""An editor's day in the admin breaks nothing under the strict policy, and stays on our server."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

# Jcrop asks the browser what it can by writing a handler, and does without where that is refused.
KNOWN = "Executing inline event handler violates"


@pytest.fixture
def desk(demo_site, editor_context):
    """Return the editor's page, what its browser complained about and whom it called."""
    page = editor_context("laptop").new_page()
    page.complaints, page.strangers = [], []

    def hear(message):
        if message.type == "error" and KNOWN not in message.text:
            page.complaints.append(f"{page.url}: {message.text}")

    def see(request):
        if not request.url.startswith((demo_site.base, "data:", "blob:")):
            page.strangers.append(request.url)

    page.on("console", hear)
    page.on("pageerror", lambda error: page.complaints.append(f"{page.url}: {error}"))
    page.on("request", see)
    page.visit = lambda address: page.goto(f"{demo_site.base}{address}", wait_until="networkidle")
    yield page
    assert page.complaints == []
    assert page.strangers == []


@pytest.fixture(scope="module")
def photo():
    """Return a small picture as a file to upload."""
    file = BytesIO()
    Image.new("RGB", (80, 60), "orange").save(file, format="JPEG")
    return {"name": "brug.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


def open_first_page(desk):
    """Open the editor of a page with text."""
    desk.visit("/nl/over-ons/")
    desk.locator("wagtail-userbar button").first.click()
    desk.locator("wagtail-userbar a[href*='/edit/']").first.click()
    desk.wait_for_load_state("networkidle")


def test_the_userbar_leads_from_a_page_to_its_editor_and_preview(desk):
    open_first_page(desk)
    desk.locator(
        "button[data-side-panel='preview'], [data-side-panel-toggle='preview']"
    ).first.click()
    frame = desk.frame_locator("#w-preview-iframe, iframe[id*=preview]").first
    frame.locator("h1").wait_for()
    desk.locator(".public-DraftEditor-content").first.click()
    desk.keyboard.type(" ")


def test_a_picture_is_uploaded_and_given_its_focal_point(desk, photo):
    desk.visit("/beheer/images/add/")
    desk.set_input_files("input[type=file]", photo)
    desk.fill("#id_title", "Proefbrug")
    desk.fill("#id_description", "Een brug, om te proberen")
    desk.locator("form[action*='/images/add/'] [type=submit], main [type=submit]").last.click()
    desk.wait_for_url("**/beheer/images/")
    desk.locator("a:has-text('Proefbrug')").first.click()
    desk.wait_for_load_state("networkidle")
    box = desk.locator(".jcrop-tracker").first.bounding_box()
    desk.mouse.move(box["x"] + 5, box["y"] + 5)
    desk.mouse.down()
    desk.mouse.move(box["x"] + 40, box["y"] + 40)
    desk.mouse.up()
    assert desk.locator("input.focal_point_width").input_value() not in {"", "0"}


def test_a_date_picker_and_a_list_of_rows_work(desk):
    desk.visit("/beheer/snippets/projects/person/add/")
    desk.locator("button[id$=-ADD]").first.click()
    desk.locator("input[name=roles-0-since]").click()
    desk.locator(".xdsoft_datetimepicker:visible").first.wait_for()


def test_choosing_a_page_works(desk):
    desk.visit("/beheer/redirects/add/")
    desk.locator(".page-chooser button:visible, [id$=-chooser] button:visible").first.click()
    desk.locator(".modal-content a.choose-page").first.click()
    desk.locator(".modal-content").wait_for(state="hidden")


@pytest.mark.parametrize(
    "address",
    [
        "/beheer/",
        "/beheer/pages/",
        "/beheer/images/",
        "/beheer/images/multiple/add/",
        "/beheer/documents/multiple/add/",
        "/beheer/snippets/projects/fact/add/",
        "/beheer/users/new/",
        "/beheer/account/",
        "/beheer/settings/home/organisationsettings/",
        "/beheer/reports/site-history/",
        "/beheer/stijlgids/",
    ],
)
def test_every_part_of_the_admin_opens_without_a_complaint(desk, address):
    desk.visit(address)
    desk.locator("main").first.wait_for()
