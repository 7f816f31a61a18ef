"""What somebody agreed to when we made their portrait."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.storages import private_storage


class Consent(models.Model):
    """A person's consent: what for, from when, until when, under which name.

    It holds no name of its own: the signed form does, and is private.
    """

    class Naming(models.TextChoices):
        """Under which name."""

        OWN = "own", _("Under their own name")
        CHOSEN = "chosen", _("Under a name that they chose")

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
    valid_until = models.DateField(_("valid until"), help_text=_("The last day."))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    form = models.FileField(
        _("signed form"),
        storage=private_storage,
        upload_to="magazine/consent/%Y/",
        blank=True,
        help_text=_("A scan or photo. Only those who work with consents can see it."),
    )
    asked_on = models.DateField(null=True, blank=True, editable=False)

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

    def is_valid_on(self, day: dt.date) -> bool:
        """Return whether the portrait may be on the site on this day."""
        return (
            self.for_site and self.withdrawn_on is None and self.given_on <= day <= self.valid_until
        )
