"""The admin as somebody with a browser uses it: forms are filled in as they are served."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from django.test import Client
from django.urls import reverse

from wagtail.models import Page

from accounts.models import User
from accounts.tests.factories import person

PEOPLE = ("Redactie", "Programmateam", "Beheer", "Vertalers", "superuser")


def somebody(name: str) -> User:
    """Return a new person in this group, or a superuser."""
    if name == "superuser":
        return User.objects.create_superuser(f"baas{User.objects.count()}@voorbeeld.example", "x")
    return person(name)


def browser_of(user: User) -> Client:
    """Return a browser in which this person has signed in."""
    client = Client()
    client.force_login(user)
    return client


def form_at(client: Client, address: str) -> dict[str, Any]:
    """Return what the largest form of a page would send, as it is served; empty without one."""
    response = client.get(address)
    if response.status_code != 200:
        return {}
    page = BeautifulSoup(response.content, "html.parser")
    forms = page.find_all("form", method=lambda method: (method or "").lower() == "post")
    filled = [_fields(form) for form in forms]
    # Blocks are drawn by a script: none of ours has any in these tests.
    return max(filled, key=len, default={}) | {"body-count": 0}


def _fields(form: Any) -> dict[str, Any]:
    sent = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = field.get("name"), field.get("type")
        if not name or kind in {"submit", "button", "file"}:
            continue
        if kind in {"checkbox", "radio"} and not field.has_attr("checked"):
            continue
        if field.name == "select":
            chosen = field.find_all("option", selected=True)
            sent[name] = [option.get("value") for option in chosen]
        elif field.name == "textarea":
            sent[name] = field.text.removeprefix("\n")
        else:
            sent[name] = field.get("value", "")
    return sent


def address_of(text: Any, view: str, *args: Any) -> str:
    """Return the address of a view of the admin about a page or a snippet."""
    if isinstance(text, Page):
        return reverse(f"wagtailadmin_pages:{view}", args=[text.pk, *args])
    return reverse(text.snippet_viewset.get_url_name(view), args=[text.pk, *args])


def post(client: Client, address: str, **fields: Any) -> Any:
    """Send the form at an address, with these fields changed or added."""
    answer = client.post(address, form_at(client, address) | fields)
    assert answer.status_code < 500
    return answer
