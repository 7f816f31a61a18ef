"""A method is fixed from the first campaign that begins with it: nothing of it changes any more."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save
from django.utils.translation import gettext

from challenge.index import SCENARIOS
from challenge.index_input import FACTS
from challenge.models import Method
from challenge.publication.canonical import canonical, digest_of
from redactieraad.guard import changes_what_is_public


class MethodFixedError(PermissionDenied):
    """Somebody or something tried to change a method that a campaign began with."""

    def __init__(self) -> None:
        """Say what to do instead."""
        super().__init__(gettext("A campaign began with this method. Make a new version."))


def content_of(method: Method) -> dict[str, Any]:
    """Return all that a method says, as it is published."""
    return {
        "version": method.version,
        "words": method.words,
        "facts": list(FACTS),
        "weights": method.weights,
        "scenarios": [one.name for one in SCENARIOS],
    }


def digest_of_method(method: Method) -> str:
    """Return the SHA-256 of a method's canonical JSON."""
    return digest_of(canonical(content_of(method)))


def connect() -> None:
    """Guard every save of a method from now on."""
    pre_save.connect(_before_save, sender=Method, dispatch_uid="challenge.fixed_methods")


def _before_save(
    sender: type[Method],
    instance: Method,
    *,
    raw: bool,
    update_fields: frozenset[str] | None,
    **kwargs: Any,
) -> None:
    """Refuse to save another text over a method that is fixed; a draft of one does no harm.

    Raises:
        MethodFixedError: it would change.

    """
    if raw or not changes_what_is_public(update_fields):
        return
    if is_another_text(instance):
        raise MethodFixedError


def is_another_text(method: Method) -> bool:
    """Return whether this is another text than a campaign began with."""
    return fixed_digest(method) not in {"", digest_of_method(method)}


def fixed_digest(method: Method) -> str:
    """Return the digest that a campaign fixed this method by; empty if none began with it."""
    if method.pk is None:
        return ""
    begun = method.campaigns.exclude(method_digest="").order_by("pk")
    return begun.values_list("method_digest", flat=True).first() or ""
