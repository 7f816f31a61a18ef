"""How members were contacted, which letters they got, and all that happened: never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from challenge.models.campaigns import Campaign
from challenge.models.invitees import Invitee
from challenge.vocabulary import Channel, LetterKind, Result
from core.locked import LockedTextField
from redactieraad.models.appendonly import AppendOnly, AppendOnlyQuerySet


class Contact(AppendOnly):
    """One attempt to reach a member."""

    invitee = models.ForeignKey(
        Invitee, verbose_name=_("who"), on_delete=models.PROTECT, related_name="contacts"
    )
    channel = models.CharField(_("how"), max_length=8, choices=Channel.choices)
    result = models.CharField(_("what came of it"), max_length=11, choices=Result.choices)
    letter = models.CharField(_("letter"), max_length=15, choices=LetterKind.choices, blank=True)
    note = LockedTextField(_("note"), blank=True, purpose="a note on a contact")
    happened_at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Names and order."""

        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-happened_at", "-pk"]

    def __str__(self) -> str:
        """Return how."""
        return self.get_channel_display()


class Letter(models.Model):
    """A letter to one member, written down before it is sent: each kind once."""

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(_("letter"), max_length=15, choices=LetterKind.choices)
    planned_at = models.DateTimeField(default=timezone.now)
    # Set right before the mail server gets it: what was begun is never begun again.
    begun_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    needless_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Names, and that each kind but the link is sent once."""

        verbose_name = _("letter to a member")
        verbose_name_plural = _("letters to members")
        constraints = [
            models.UniqueConstraint(
                fields=["invitee", "kind"],
                condition=~Q(kind="link"),
                name="challenge_letter_once",
            )
        ]

    def __str__(self) -> str:
        """Return what letter."""
        return self.get_kind_display()


class Happening(AppendOnly):
    """One line of what happened in a campaign. Only codes and numbers, never words or names."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="happenings")
    invitee = models.ForeignKey(
        Invitee, null=True, on_delete=models.PROTECT, related_name="happenings"
    )
    kind = models.CharField(_("what happened"), max_length=30)
    happened_at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    details = models.JSONField(default=dict)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Names and order."""

        verbose_name = _("happening")
        verbose_name_plural = _("happenings")
        ordering = ["-happened_at", "-pk"]

    def __str__(self) -> str:
        """Return what happened."""
        return self.kind
