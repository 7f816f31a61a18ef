"""A member's week, what was written down in it, and its certificate."""

from __future__ import annotations

import secrets
import uuid
from datetime import date, timedelta

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from challenge.models.campaigns import WEEK_DAYS
from challenge.models.invitees import Invitee
from challenge.vocabulary import Audience, Spending
from core.locked import LockedTextField
from core.storages import LockedStorage

# More than this is a slip of the finger, in one entry of a week on so little.
MOST_CENTS = 100_000


def photo_storage() -> LockedStorage:
    """Return where photos are kept: locked, and handed out only to who may see them."""
    return LockedStorage("photos of a logbook")


class Week(models.Model):
    """Seven days on the campaign's amount."""

    invitee = models.OneToOneField(Invitee, on_delete=models.PROTECT, related_name="week")
    starts_on = models.DateField(_("first day"))
    chosen_at = models.DateTimeField(_("chosen on"), default=timezone.now)
    stopped_at = models.DateTimeField(_("stopped on"), null=True, blank=True)
    stop_words = LockedTextField(_("why I stop"), blank=True, purpose="why a week was stopped")
    stop_audience = models.CharField(
        _("who may read it"), max_length=10, choices=Audience.choices, default=Audience.PRIVATE
    )
    closed_at = models.DateTimeField(_("closed on"), null=True, blank=True)

    class Meta:
        """Names."""

        verbose_name = _("logbook week")
        verbose_name_plural = _("logbook weeks")

    def __str__(self) -> str:
        """Return its first day."""
        return f"{self.starts_on}"

    @property
    def days(self) -> list[date]:
        """Return the seven days."""
        return [self.starts_on + timedelta(days=number) for number in range(WEEK_DAYS)]

    @property
    def ends_on(self) -> date:
        """Return the last day."""
        return self.days[-1]


class Entry(models.Model):
    """Something that was spent, or written, on one day."""

    week = models.ForeignKey(Week, on_delete=models.PROTECT, related_name="entries")
    # Made by the phone, so that what is sent twice is kept once.
    key = models.UUIDField(default=uuid.uuid4)
    day = models.DateField(_("day"))
    spending = models.CharField(_("kind"), max_length=10, choices=Spending.choices, blank=True)
    cents = models.PositiveIntegerField(
        _("amount in cents"), default=0, validators=[MaxValueValidator(MOST_CENTS)]
    )
    words = LockedTextField(_("in your own words"), blank=True, purpose="words of a logbook")
    photo = models.FileField(
        _("photo"), storage=photo_storage, upload_to="logbooks/", blank=True, max_length=200
    )
    audience = models.CharField(
        _("who may read it"), max_length=10, choices=Audience.choices, default=Audience.PRIVATE
    )
    # Of two devices that change it at once, the second is told.
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(_("made on"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed on"), default=timezone.now)
    removed_at = models.DateTimeField(_("removed on"), null=True, blank=True)

    class Meta:
        """Names, order, and that nothing is kept twice."""

        verbose_name = _("logbook entry")
        verbose_name_plural = _("logbook entries")
        ordering = ["day", "made_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["week", "key"], name="challenge_entry_key")]

    def __str__(self) -> str:
        """Return its day."""
        return f"{self.day}"


def certificate_code() -> str:
    """Return a code that nobody can guess."""
    return secrets.token_urlsafe(16)


class Certificate(models.Model):
    """That somebody kept the week up; anybody who holds its code can verify it."""

    week = models.OneToOneField(Week, on_delete=models.PROTECT, related_name="certificate")
    code = models.CharField(max_length=32, unique=True, default=certificate_code)
    made_at = models.DateTimeField(_("made on"), default=timezone.now)

    class Meta:
        """Names."""

        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")

    def __str__(self) -> str:
        """Return its number."""
        return f"{self.pk}"
