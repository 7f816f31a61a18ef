"""An edition that is mailed, and the letter of it to each subscriber."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from magazine.newsletter.querysets import LetterQuerySet, LetterState


class Mailing(models.Model):
    """An edition that is mailed: once, in all its languages together."""

    # What the edition and its translations share: two people cannot mail it twice.
    edition_key = models.UUIDField(unique=True, editable=False)
    edition = models.ForeignKey(
        "magazine.EditionPage",
        verbose_name=_("edition"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="mailings",
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("started by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    started_at = models.DateTimeField(_("started on"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished on"), null=True, blank=True)

    class Meta:
        """Names, and the permission to mail an edition."""

        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")
        ordering = ["-started_at"]
        default_permissions = ()
        permissions = [("send_mailing", "Can mail a live edition to the subscribers")]

    def __str__(self) -> str:
        """Return the edition's title."""
        return str(self.edition or self.pk)


class Letter(models.Model):
    """An edition on its way to one subscriber.

    A letter is claimed (`sending`) and that is written down before a mail server hears of it.
    So it is never sent twice: whoever finds it claimed leaves it alone.
    """

    State = LetterState

    mailing = models.ForeignKey(Mailing, on_delete=models.CASCADE, related_name="letters")
    # Empty once somebody unsubscribes, and a month after the mailing: a number stays.
    subscriber = models.ForeignKey(
        "magazine.Subscriber", null=True, on_delete=models.SET_NULL, related_name="letters"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        """One letter for each subscriber, and the index by which the next are found."""

        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["mailing", "subscriber"], name="magazine_one_letter_each"
            )
        ]
        indexes = [
            models.Index(fields=["mailing", "state", "not_before"], name="magazine_letter_due")
        ]

    def __str__(self) -> str:
        """Return the letter's number and how far it is."""
        return f"{self.pk}: {self.state}"
