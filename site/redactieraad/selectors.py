"""Reads from the database what the rule counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group

from wagtail.models import Page, TranslatableMixin

from redactieraad.models import Entry, Member
from redactieraad.models.members import MemberQuerySet

COUNCIL = "Redactieraad"


def active_members() -> MemberQuerySet:
    """Return the members who may vote now: a seat, and the group that opens the desk."""
    council = Group.objects.filter(name=COUNCIL)
    return Member.objects.active().filter(user__groups__in=council).select_related("user")


def specific(found: Any) -> Any:
    """Return a page as its own type, and anything else as it is."""
    return found.specific if isinstance(found, Page) else found


def language_of(instance: Any) -> str:
    """Return the language of a text, as its tag; of a text without one, the site's own."""
    if isinstance(instance, TranslatableMixin):
        return instance.locale.language_code
    return settings.LANGUAGE_CODE


def entry_followed_by(instance: Any) -> Entry | None:
    """Return the newest publication of the original that this text translates.

    The original is the version in another language that a full quorum approved and that
    is public now. Without one, a translation is a text like any other.
    """
    if not isinstance(instance, TranslatableMixin):
        return None
    family = Entry.objects.filter(translation_key=str(instance.translation_key))
    return original_among(family.order_by("number"), instance.pk)


def original_among(family: Iterable[Entry], object_id: object) -> Entry | None:
    """Return the newest publication of the original, out of all entries of its family.

    Args:
        family: the entries of a text and its translations, the oldest first.
        object_id: the text that follows the original.

    """
    newest: dict[tuple[str, str], Entry] = {}
    for entry in family:
        newest[entry.model, entry.object_id] = entry
    originals = [
        entry
        for entry in newest.values()
        if entry.kind == Entry.Kind.PUBLISHED
        and entry.follows is None
        and entry.object_id != str(object_id)
    ]
    return max(originals, key=lambda entry: entry.number, default=None)
