"""What a council member answered, corrected and added: every version is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from challenge.models.invitees import Invitee
from challenge.vocabulary import Audience, Choice, FactKey
from core.locked import LockedTextField
from redactieraad.models.appendonly import AppendOnly, AppendOnlyQuerySet


class Answer(AppendOnly):
    """One answer. The newest counts; those before it are its history."""

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveIntegerField()
    choice = models.CharField(_("answer"), max_length=8, choices=Choice.choices)
    words = LockedTextField(_("in your own words"), blank=True, purpose="words of an answer")
    audience = models.CharField(
        _("who may read your words"),
        max_length=10,
        choices=[choice for choice in Audience.choices if choice[0] != Audience.PRIVATE],
        default=Audience.JOURNALIST,
    )
    given_at = models.DateTimeField(_("given on"), default=timezone.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Names, order, and that two devices at once make two versions."""

        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["invitee", "number"], name="challenge_answer_number")
        ]

    def __str__(self) -> str:
        """Return the answer."""
        return self.get_choice_display()


class Correction(models.Model):
    """What a member says is not right in their record, and what became of it."""

    class Standing(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("being looked at")
        MENDED = "mended", _("mended")
        DECLINED = "declined", _("not changed")

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="corrections")
    words = LockedTextField(_("what is not right"), purpose="a correction that was asked")
    asked_at = models.DateTimeField(_("asked on"), default=timezone.now)
    standing = models.CharField(
        _("what became of it"), max_length=8, choices=Standing.choices, default=Standing.OPEN
    )
    reply = LockedTextField(_("our reply"), blank=True, purpose="a reply to a correction")
    replied_at = models.DateTimeField(_("replied on"), null=True, blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Names and order."""

        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        """Return the number, never the words."""
        return f"{self.pk}"


class Ruling(AppendOnly):
    """A fact that the team established otherwise than the site did, and why."""

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="rulings")
    fact = models.CharField(_("fact"), max_length=8, choices=FactKey.choices)
    value = models.BooleanField(_("yes"))
    reason = models.CharField(_("reason"), max_length=300)
    made_at = models.DateTimeField(_("made on"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Names and order."""

        verbose_name = _("ruling")
        verbose_name_plural = _("rulings")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        """Return the fact."""
        return self.get_fact_display()


class Statement(AppendOnly):
    """At most 100 words that stand beside a member's record. The newest counts; empty is none."""

    invitee = models.ForeignKey(Invitee, on_delete=models.PROTECT, related_name="statements")
    words = models.TextField(_("your statement"), blank=True)
    made_at = models.DateTimeField(_("made on"), default=timezone.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Names and order."""

        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        """Return the number."""
        return f"{self.pk}"
