"""Translators at work in wagtail-localize's editor, through the admin."""

from __future__ import annotations

from typing import Any

from wagtail_localize.models import StringSegment, Translation

from django.test import Client
from django.urls import reverse

from wagtail.models import Locale, Page

from redactieraad.admin.translations import SUBMIT
from tests.factories import home_in
from tests.redactieraad.admin import address_of


def translate(client: Client, text: Any, code: str = "tr") -> Translation:
    """Send a text to translation, as its button does, and return the translation."""
    home_in(code)
    meta = text._meta
    if isinstance(text, Page):
        address = reverse("wagtail_localize:submit_page_translation", args=[text.pk])
    else:
        names = [meta.app_label, meta.model_name, text.pk]
        address = reverse("wagtail_localize:submit_snippet_translation", args=names)
    locale = Locale.objects.get(language_code=code)
    answer = client.post(address, {"locales": [locale.pk]})
    assert answer.status_code == 302
    return Translation.objects.get(source__object_id=text.translation_key, target_locale=locale)


def write(client: Client, translation: Translation, words: str = "Türkçe") -> None:
    """Translate every part, each as the editor saves it."""
    for part in StringSegment.objects.filter(source=translation.source):
        write_part(client, translation, part, f"{words} {part.order}")


def write_part(client: Client, translation: Translation, part: StringSegment, words: str) -> Any:
    """Translate one part."""
    names = [translation.pk, part.pk]
    address = reverse("wagtail_localize:edit_string_translation", args=names)
    # The editor's script sends a form by PUT.
    return client.generic(
        "PUT", address, f"value={words}", content_type="application/x-www-form-urlencoded"
    )


def send(client: Client, translation: Translation, **fields: str) -> Any:
    """Press a button of the editor: our own, unless fields say otherwise."""
    address = address_of(translation.get_target_instance(), "edit")
    answer = client.post(address, fields or {SUBMIT: "1"})
    assert answer.status_code < 500
    return answer


def words_of(client: Client, translation: Translation) -> str:
    """Return what the editor shows."""
    return client.get(address_of(translation.get_target_instance(), "edit")).content.decode()
