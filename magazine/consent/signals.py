"""Listens to consents, to what is submitted, and to files that are deleted."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from wagtail.models import Revision, TaskState
from wagtail.signals import task_submitted

from magazine.consent.ending import end
from magazine.consent.moving import forget_copy
from magazine.consent.withholding import restore_files_of
from magazine.models import Consent, PortraitPage, WithheldFile
from redactieraad.selectors import specific


def connect() -> None:
    """Listen from now on."""
    pre_save.connect(_before_save, sender=Consent, dispatch_uid="magazine.consent.before")
    post_save.connect(_after_save, sender=Consent, dispatch_uid="magazine.consent.after")
    pre_delete.connect(_before_deletion, sender=Consent, dispatch_uid="magazine.consent.deletion")
    post_delete.connect(_after_deletion, sender=Consent, dispatch_uid="magazine.consent.deleted")
    post_delete.connect(_on_row_gone, sender=WithheldFile, dispatch_uid="magazine.withheld.gone")
    task_submitted.connect(_on_submission, dispatch_uid="magazine.consent.submitted")


def _before_save(sender: type, instance: Consent, *, raw: bool, **kwargs: Any) -> None:
    """Delete the scan that another one takes the place of, or that was taken out."""
    if raw:
        return
    before = Consent.objects.filter(pk=instance.pk).only("form").first()
    if before and before.form and before.form != instance.form:
        _delete(before)


def _after_save(sender: type, instance: Consent, *, raw: bool, **kwargs: Any) -> None:
    """Carry out what follows where this change ends the consent."""
    if not raw:
        end(instance)


def _before_deletion(sender: type, instance: Consent, **kwargs: Any) -> None:
    """Take the consent out of earlier versions of portraits, which can then still be opened.

    What a portrait leans on now cannot be deleted. Of what an earlier version refers to,
    modelcluster can do without only what is deleted along or set to null:
    https://github.com/wagtail/django-modelcluster/blob/main/modelcluster/models.py
    """
    kind = ContentType.objects.get_for_model(PortraitPage)
    for revision in Revision.objects.filter(content_type=kind, content__consent=instance.pk):
        content = revision.content | {"consent": None}
        Revision.objects.filter(pk=revision.pk).update(content=content)


def _after_deletion(sender: type, instance: Consent, **kwargs: Any) -> None:
    _delete(instance)


def _delete(consent: Consent) -> None:
    """Delete the scan, once it is certain that the consent lost it."""
    if consent.form.name:
        transaction.on_commit(partial(consent.form.storage.delete, consent.form.name))


def _on_row_gone(sender: type, instance: WithheldFile, **kwargs: Any) -> None:
    transaction.on_commit(partial(forget_copy, instance))


def _on_submission(sender: type, instance: TaskState, **kwargs: Any) -> None:
    """Put the files back of a portrait that goes to the council again: it judges them too.

    It could only be submitted because there is a valid consent.
    """
    found = instance.workflow_state.content_object
    text = specific(found)
    if isinstance(text, PortraitPage):
        restore_files_of(text)
