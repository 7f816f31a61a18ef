"""Organisations that the programme works with or meets."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from core.fields import HttpsURLField, picture_field
from core.validators import validate_phone, validate_postcode
from projects.models.base import TranslatableRecord
from projects.querysets import OrganisationQuerySet

# What an organisation can bring: the field that says so, and its name.
CONTRIBUTIONS = {
    "gives_thinking_power": _("thinking power"),
    "gives_facilities": _("facilities"),
    "gives_budget": _("budget"),
    "gives_network": _("network"),
}


class Organisation(TranslatableRecord):
    """An organisation: what it is, what it brings, and how to reach it."""

    class Kind(models.TextChoices):
        """What sort of organisation it is."""

        INFORMAL = "informal", _("Informal organisation")
        SOCIAL_ENTERPRISE = "social-enterprise", _("Social enterprise")
        INSTITUTION = "institution", _("Institution")
        COMPANY = "company", _("Company")
        FUND = "fund", _("Fund")
        GOVERNMENT = "government", _("Government")

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("What it does, in one or two short sentences."),
    )
    logo = picture_field(_("logo"))
    is_example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("Tick this for an invented organisation. Readers then see the word 'example'."),
    )

    is_partner = models.BooleanField(
        _("partner of Warm Rotterdam"),
        default=False,
        help_text=_("Works with Warm Rotterdam, with or without a signed agreement."),
    )
    agreement_signed_on = models.DateField(_("agreement signed on"), null=True, blank=True)
    gives_thinking_power = models.BooleanField(CONTRIBUTIONS["gives_thinking_power"], default=False)
    gives_facilities = models.BooleanField(
        CONTRIBUTIONS["gives_facilities"],
        default=False,
        help_text=_("Such as materials, rooms, or help with press."),
    )
    gives_budget = models.BooleanField(CONTRIBUTIONS["gives_budget"], default=False)
    gives_network = models.BooleanField(
        CONTRIBUTIONS["gives_network"],
        default=False,
        help_text=_("A way in to government, politics or a trade."),
    )
    is_employer = models.BooleanField(
        _("employer"), default=False, help_text=_("Offers paid work to residents.")
    )

    address = models.CharField(
        _("address"), max_length=200, blank=True, help_text=_("Building, street and number.")
    )
    postcode = models.CharField(
        _("postcode"),
        max_length=7,
        blank=True,
        validators=[validate_postcode],
    )
    town = models.CharField(_("town"), max_length=80, blank=True)
    area = models.ForeignKey(
        "projects.Area",
        verbose_name=_("area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="organisations",
    )
    phone = models.CharField(
        _("phone number"),
        max_length=30,
        blank=True,
        validators=[validate_phone],
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    website = HttpsURLField(_("website"), blank=True)
    office_hours = models.TextField(
        _("office hours"),
        max_length=300,
        blank=True,
        help_text=_("When somebody can be reached, in plain words."),
    )

    objects = OrganisationQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("kind"),
                FieldPanel("summary"),
                FieldPanel("logo"),
                FieldPanel("is_example"),
            ],
            heading=_("What it is"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("is_partner"),
                FieldPanel("agreement_signed_on"),
                FieldRowPanel(
                    [FieldPanel(field) for field in CONTRIBUTIONS],
                    heading=_("Contributes"),
                ),
                FieldPanel("is_employer"),
            ],
            heading=_("What it does with Warm Rotterdam"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("town")]),
                FieldPanel("area"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("website"),
                FieldPanel("office_hours"),
            ],
            heading=_("How to reach it"),
        ),
    ]
    search_fields = [
        *TranslatableRecord.search_fields,
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("summary"),
        index.FilterField("name"),
        index.FilterField("kind"),
        index.FilterField("is_partner"),
        index.FilterField("is_employer"),
        index.FilterField("is_example"),
        *(index.FilterField(field) for field in CONTRIBUTIONS),
        index.FilterField("area"),
    ]

    class Meta(TranslatableRecord.Meta):
        """Names and order."""

        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    def clean(self) -> None:
        """Refuse an agreement that is signed in the future, or by no partner."""
        super().clean()
        signed = self.agreement_signed_on
        if signed and signed > timezone.localdate():
            raise ValidationError({"agreement_signed_on": _("This day is still to come.")})
        if signed and not self.is_partner:
            raise ValidationError(
                {"is_partner": _("Who signed an agreement is a partner: tick this too.")}
            )

    @property
    def contributions(self) -> list[str | Promise]:
        """Return the names of what this organisation contributes."""
        return [name for field, name in CONTRIBUTIONS.items() if getattr(self, field)]
