"""What somebody agreed to when we made their portrait."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.vault import Vault
from magazine.consent.scans import check_scan, scan_name, scan_storage

_CONTACT = Vault("consent-contact")
# How long before its end the editors are asked whether the person agrees for longer.
ASK_DAYS = 30


class Use(models.TextChoices):
    """What a portrait is used for."""

    SITE = "site", _("for the site")
    PRINT = "print", _("for print")
    SOCIAL_MEDIA = "social_media", _("for social media")


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Finds consents."""

    def valid_on(self, day: dt.date) -> ConsentQuerySet:
        """Return those by which a portrait may be on the site on this day."""
        return self.filter(
            for_site=True, withdrawn_on=None, given_on__lte=day, valid_until__gte=day
        )

    def ending_on(self, day: dt.date) -> ConsentQuerySet:
        """Return those that are valid on this day and end soon after."""
        last = day + dt.timedelta(days=ASK_DAYS)
        return self.valid_on(day).filter(valid_until__lte=last)

    def to_ask_about(self, day: dt.date) -> ConsentQuerySet:
        """Return those that end soon, and about which nobody was asked since that is so."""
        period = dt.timedelta(days=ASK_DAYS)
        # Asked longer ago than that, and still valid: it was made longer since.
        unasked = models.Q(asked_on=None) | models.Q(asked_on__lt=day - period)
        return self.ending_on(day).filter(unasked)


class Consent(models.Model):
    """A person's consent: what for, from when, until when, under which name.

    It holds no name of its own: the signed form does, and is private.
    """

    class Naming(models.TextChoices):
        """Under which name."""

        OWN = "own", _("Under their own name")
        CHOSEN = "chosen", _("Under a name that they chose")

    class Status(models.TextChoices):
        """How it stands today."""

        VALID = "valid", _("Valid")
        ENDING = "ending", _("Ends soon")
        NOT_YET = "not-yet", _("Not yet valid")
        NOT_FOR_SITE = "not-for-site", _("Not for the site")
        EXPIRED = "expired", _("Ended")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    reference = models.CharField(
        _("reference"),
        max_length=40,
        unique=True,
        help_text=_("As it stands on the form, for example 2019-07. Not the person's name."),
    )
    for_site = models.BooleanField(_("for the site"), default=False)
    for_print = models.BooleanField(_("for print"), default=False)
    for_social_media = models.BooleanField(_("for social media"), default=False)
    naming = models.CharField(
        _("named"), max_length=6, choices=Naming.choices, default=Naming.CHOSEN
    )
    given_on = models.DateField(_("given on"), default=timezone.localdate)
    valid_until = models.DateField(_("valid until"), db_index=True, help_text=_("The last day."))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    form = models.FileField(
        _("signed form"),
        storage=scan_storage,
        upload_to=scan_name,
        validators=[check_scan],
        blank=True,
        help_text=_("A scan or photo. Only those who work with consents can see it."),
    )
    # Locked, and unlocked only where somebody asks for it: see `contact`.
    contact_locked = models.TextField(blank=True, editable=False)
    # When its end was carried out, so that the clock does so once; empty while it is valid.
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    asked_on = models.DateField(null=True, blank=True, editable=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        """Names and order."""

        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["valid_until", "pk"]

    def __str__(self) -> str:
        """Return the reference, which names nobody."""
        return self.reference

    def clean(self) -> None:
        """Refuse a consent that ends before it begins."""
        super().clean()
        if self.valid_until and self.given_on and self.valid_until < self.given_on:
            raise ValidationError({"valid_until": _("The last day is before the first day.")})

    @property
    def contact(self) -> str:
        """How to reach the person.

        Raises:
            SealedError: it was locked with a key that we no longer have.

        """
        return _CONTACT.unlock_text(self.contact_locked) if self.contact_locked else ""

    @contact.setter
    def contact(self, text: str) -> None:
        self.contact_locked = _CONTACT.lock_text(text) if text else ""

    def is_valid_on(self, day: dt.date) -> bool:
        """Return whether the portrait may be on the site on this day."""
        return (
            self.for_site and self.withdrawn_on is None and self.given_on <= day <= self.valid_until
        )

    def allows(self, use: str) -> bool:
        """Return whether the portrait may be used for this today; see `Use`."""
        return self.is_valid_on(timezone.localdate()) and bool(getattr(self, f"for_{use}"))

    def get_status_display(self) -> str:
        """Return in a word how it stands today."""
        return str(self.status.label)

    @property
    def status(self) -> Status:
        """How it stands today."""
        today = timezone.localdate()
        if self.withdrawn_on:
            return self.Status.WITHDRAWN
        if self.valid_until < today:
            return self.Status.EXPIRED
        if not self.for_site:
            return self.Status.NOT_FOR_SITE
        if self.given_on > today:
            return self.Status.NOT_YET
        is_ending = self.valid_until <= today + dt.timedelta(days=ASK_DAYS)
        return self.Status.ENDING if is_ending else self.Status.VALID
