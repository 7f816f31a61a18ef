"""What the tests of the review desk share."""

from __future__ import annotations

from bs4 import BeautifulSoup

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from redactieraad.models import Remark

WEBM = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm" + b"\x00" * 200


def url(name, *numbers):
    return reverse(f"redactieraad:{name}", args=numbers)


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def opened(client, user, name, *numbers, status=200):
    """Return a page of the desk as this member sees it, parsed."""
    client.force_login(user)
    response = client.get(url(name, *numbers))
    assert response.status_code == status
    return soup(response)


def fields_of(page, action):
    """Return what the form with this action would send, as a browser would."""
    form = page.select_one(f'form[action="{action}"]')
    inputs = form.select("input[name]:not([type=file])")
    return {one["name"]: one.get("value", "") for one in inputs} | {
        one["name"]: one.text.strip() for one in form.select("textarea")
    }


def seen_by(client, user, state):
    """Return the fingerprint on the page that this member sees."""
    page = opened(client, user, "text", state.pk)
    return page.select_one("input[name=fingerprint]")["value"]


def change(story, user=None, **fields):
    """Let a writer save a new version of a text."""
    latest = story.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(latest, name, value)
    return latest.save_revision(user=user)


def paragraph(words):
    """Return a block of text."""
    return ("text", f"<p>{words}</p>")


def note(content=WEBM, name="opname.webm"):
    return SimpleUploadedFile(name, content, "audio/webm")


def said(text="", kind=Remark.Kind.SENT_BACK, fingerprint="", **files):
    """Return what a form below a text sends."""
    plain = {"text": text, "fingerprint": fingerprint} | files
    return {f"{kind}-{name}": value for name, value in plain.items()}
