"""The one rule, held where publishing happens.

Whatever route leads there (a button, a bulk action, a schedule, reverting, copying, a
translation, a command, a superuser), a governed text becomes or stays public by a `save()`
of a live object. Here each of them is looked at: it passes only if it is exactly the
text of a decision that is in force.

`QuerySet.update()` and SQL send no signal. `register_verify` finds what they changed.
"""

from __future__ import annotations

from collections.abc import Iterable
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
        """Name what was refused."""
        self.instance = instance
        super().__init__(self.words() % {"title": instance})

    def words(self) -> str:
        """Return why, with a place for the title."""
        return gettext("The redactieraad has not approved this text: %(title)s")


class AliasRefusedError(NotApprovedError):
    """Somebody or something tried to make an alias of a governed page.

    An alias changes together with its original, unseen; and the original could not appear
    any more, because Wagtail would publish the alias with it.
    """

    def words(self) -> str:
        """Return why, with a place for the title."""
        return gettext("The redactieraad decides on each text: %(title)s cannot be an alias.")


class WithheldError(NotApprovedError):
    """Somebody or something tried to publish what may not appear, whoever approved it."""

    def words(self) -> str:
        """Return why, with a place for the title."""
        return gettext("This text cannot appear now: %(title)s")


class NotTakenOfflineError(NotApprovedError):
    """Something tried to make a public record a draft in passing.

    wagtail-localize does so with a live record when a translator starts a translation of it.
    """

    def words(self) -> str:
        """Return why, with a place for the title."""
        return gettext("This text is public: %(title)s. First take it offline.")


def connect() -> None:
    """Guard every save from now on."""
    pre_save.connect(_before_save, dispatch_uid="redactieraad.guard")


def refuse_unless_approved(instance: Any, revision: Revision) -> None:
    """Let only a revision pass whose text was decided on, also where it is only planned.

    Raises:
        NotApprovedError: it was not, or no longer is.
        WithheldError: it was, but may not appear: a consent ended.

    """
    now = fingerprint_of_revision(revision)
    if not any(decision.fingerprint == now for decision in decisions_on(instance)):
        raise NotApprovedError(instance)
    if not revision.as_object().may_appear():
        raise WithheldError(instance)


def decisions_on(instance: Any) -> list[Decision]:
    """Return the decisions in force, the newest first.

    There are two while a newer text is approved, and waits for its moment.
    """
    base = instance.get_base_content_type()
    return list(Decision.objects.of(base, instance.pk).in_force().select_related("revision"))


def decision_for(instance: Any) -> Decision | None:
    """Return the decision in force that allows exactly this text to be public."""
    return next((one for one in decisions_on(instance) if allows(one, instance)), None)


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


def is_governed(sender: type[models.Model], instance: Any) -> bool:
    """Return whether a signal is about a governed text, also where it is seen as a plain page."""
    return governed_model(sender) or (sender is Page and governed_model(instance.specific_class))


def changes_what_is_public(update_fields: Iterable[str] | None) -> bool:
    """Return whether saving these fields (all of them if None) can change what readers see."""
    return update_fields is None or not NOT_TEXT.difference({"live"}).issuperset(update_fields)


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
        NotApprovedError: it is not, or would stop being live without being taken offline.
        WithheldError: it is, but may not appear: a consent ended.

    """
    # Raw: rows of a fixture, such as a backup being restored, come in any order.
    if raw or not is_governed(sender, instance):
        return
    if getattr(instance, "alias_of_id", None) is not None:
        raise AliasRefusedError(instance)
    if not changes_what_is_public(update_fields):
        return
    if not instance.live:
        _refuse_to_drop(sender, instance)
        return
    if instance.pk is None:
        raise NotApprovedError(instance)
    whole = as_it_will_be(instance, update_fields)
    if decision_for(whole) is None:
        raise NotApprovedError(instance)
    if not whole.may_appear():
        raise WithheldError(instance)


def _refuse_to_drop(sender: type[models.Model], instance: Any) -> None:
    """Refuse to save what is live as a draft, which goes by `unpublish()`.

    That leaves no live revision.
    """
    if instance.pk is None or instance.live_revision_id is None:
        return
    if sender._default_manager.filter(pk=instance.pk, live=True).exists():
        raise NotTakenOfflineError(instance)


def as_it_will_be(instance: Any, update_fields: frozenset[str] | None) -> Any:
    """Return the text as the database will have it after this save.

    That is more than the object at hand where that is seen as a plain page, or where only
    some of its fields are saved.
    """
    model = getattr(instance, "specific_class", None) or type(instance)
    if isinstance(instance, model) and update_fields is None:
        return instance
    whole = model._default_manager.get(pk=instance.pk)
    for field in instance._meta.concrete_fields:
        if update_fields is None or not update_fields.isdisjoint({field.name, field.attname}):
            setattr(whole, field.attname, getattr(instance, field.attname))
    return whole
