"""The public register: each publication and each taking offline, never changed.

It holds no title and no name, so that nothing personal outlives a withdrawn consent.
Each entry carries the hash of the one before it: a change shows.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from redactieraad.models.appendonly import AppendOnly, AppendOnlyQuerySet


class Entry(AppendOnly):
    """One line of the register."""

    class Kind(models.TextChoices):
        """What happened."""

        PUBLISHED = "published", _("Published")
        OFFLINE = "offline", _("Taken offline")

    class Reason(models.TextChoices):
        """Why something was taken offline."""

        EDITORS = "editors", _("By the editors")
        CORRECTION = "correction", _("Something in it was not right")
        REQUEST = "request", _("At somebody's request")
        CONSENT_WITHDRAWN = "consent-withdrawn", _("Consent withdrawn")
        CONSENT_EXPIRED = "consent-expired", _("Consent ended")
        EXPIRED = "expired", _("Its time was over")
        DELETED = "deleted", _("Deleted")

    number = models.PositiveIntegerField(_("number"), unique=True)
    happened_at = models.DateTimeField(_("moment"))
    kind = models.CharField(_("what happened"), max_length=10, choices=Kind.choices)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices, blank=True)
    # No foreign keys: what the register says outlives what it is about.
    model = models.CharField(_("kind of text"), max_length=100)
    object_id = models.CharField(_("number of the text"), max_length=255)
    translation_key = models.CharField(_("what its translations share"), max_length=36, blank=True)
    language = models.CharField(_("language"), max_length=20)
    revision = models.PositiveBigIntegerField(_("revision"), null=True)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    approvals = models.PositiveSmallIntegerField(_("approvals"), default=0)
    experts = models.PositiveSmallIntegerField(_("of whom experience experts"), default=0)
    follows = models.PositiveIntegerField(_("follows entry"), null=True)
    previous_hash = models.CharField(max_length=64)
    entry_hash = models.CharField(max_length=64, unique=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Names, order and the index by which a page finds its approval."""

        verbose_name = _("entry of the register")
        verbose_name_plural = _("register of publications")
        ordering = ["-number"]
        permissions = [
            ("take_offline", "Can take what is governed offline"),
            ("let_appear", "Can let an approved text that waits for nothing appear"),
        ]
        indexes = [
            models.Index(fields=["model", "object_id", "-number"], name="redactieraad_entry_of"),
            models.Index(fields=["translation_key", "-number"], name="redactieraad_entry_family"),
        ]

    def __str__(self) -> str:
        """Return the entry's number and what happened."""
        return f"{self.number}: {self.get_kind_display()} {self.model} {self.object_id}"


class RegisterHead(models.Model):
    """Where the register ends: one row, locked while an entry is added."""

    number = models.PositiveIntegerField(default=0)
    entry_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        """Names."""

        verbose_name = _("end of the register")
        verbose_name_plural = _("end of the register")

    def __str__(self) -> str:
        """Return the number of the last entry."""
        return str(self.number)
