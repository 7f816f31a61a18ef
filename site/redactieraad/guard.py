"""The one rule, held where publishing happens.

Whatever route leads there (a button, a bulk action, a schedule, reverting, copying, a
translation, a command, a superuser), a governed text becomes or stays public by a `save()`
of a live object. Here each of them is looked at: it passes only if it is exactly the
text of a decision that is in force.

`QuerySet.update()` and SQL send no signal. `register_verify` finds what they changed.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models.signals import pre_save
from django.utils.translation import gettext

from wagtail.models import Page, Revision

from redactieraad.fingerprint import NOT_TEXT, fingerprint, fingerprint_of_revision
from redactieraad.governed import governed_model
from redactieraad.models import Decision


class NotApprovedError(PermissionDenied):
    """Somebody or something tried to publish what the redactieraad did not approve."""

    def __init__(self, instance: models.Model) -> None:
        """Name what was not approved."""
        self.instance = instance
        message = gettext("The redactieraad has not approved this text: %(title)s")
        super().__init__(message % {"title": instance})


def connect() -> None:
    """Guard every save from now on."""
    pre_save.connect(_before_save, dispatch_uid="redactieraad.guard")


def refuse_unless_approved(instance: Any, revision: Revision) -> None:
    """Let only a revision pass whose text was decided on, also where it is only planned.

    Raises:
        NotApprovedError: it was not, or no longer is.

    """
    base = instance.get_base_content_type()
    decision = Decision.objects.of(base, instance.pk).in_force().first()
    if decision is None or fingerprint_of_revision(revision) != decision.fingerprint:
        raise NotApprovedError(instance)


def decision_for(instance: Any) -> Decision | None:
    """Return the decision in force that allows exactly this text to be public."""
    base = instance.get_base_content_type()
    decision = Decision.objects.of(base, instance.pk).in_force().first()
    return decision if decision and allows(decision, instance) else None


def allows(decision: Decision, instance: Any) -> bool:
    """Return whether this object is the text that was decided on.

    What the text refers to may have been deleted since (a picture, a story of an
    edition); what then is left of the approved revision is still the approved text.
    """
    now = fingerprint(instance)
    if now == decision.fingerprint:
        return True
    revision = decision.revision
    return (
        revision is not None
        and fingerprint_of_revision(revision) == decision.fingerprint
        and fingerprint(revision.as_object()) == now
    )


def _before_save(
    sender: type[models.Model],
    instance: Any,
    *,
    raw: bool,
    update_fields: frozenset[str] | None,
    **kwargs: Any,
) -> None:
    """Refuse to save a live governed text that is not an approved one.

    Raises:
        NotApprovedError: it is not.

    """
    if raw or not _is_governed(sender, instance) or not instance.live:
        return
    if update_fields is not None and not _touches_text(update_fields):
        return
    if instance.pk is None or decision_for(_whole(sender, instance)) is None:
        raise NotApprovedError(instance)


def _is_governed(sender: type[models.Model], instance: models.Model) -> bool:
    if governed_model(sender):
        return True
    # A page may be saved as the plain page that it also is.
    return sender is Page and governed_model(instance.specific_class)


def _touches_text(update_fields: frozenset[str]) -> bool:
    return "live" in update_fields or bool(update_fields - NOT_TEXT)


def _whole(sender: type[models.Model], instance: Any) -> Any:
    """Return the object with all its fields, where only those of a plain page are at hand."""
    if sender is not Page or instance.specific_class is Page:
        return instance
    whole = instance.specific_class._default_manager.get(pk=instance.pk)
    for field in Page._meta.concrete_fields:
        setattr(whole, field.attname, getattr(instance, field.attname))
    return whole
