"""Where a place is, or that it does not say where."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from core.fields import CodesField
from core.validators import validate_postcode
from warmtebronnen.vocabulary import Access

# What would give away where a confidential place is.
WHERE_EXACTLY = ("address", "postcode", "latitude", "longitude", "neighbourhood", "how_to_find")


class Location(models.Model):
    """An address with its coordinates, and how easily one gets in."""

    is_confidential = models.BooleanField(
        _("the address is confidential"),
        default=False,
        help_text=_("Nothing that tells where this place is may stand here or in the text then."),
    )
    address = models.CharField(
        _("address"), max_length=200, blank=True, help_text=_("Street and number.")
    )
    postcode = models.CharField(
        _("postcode"), max_length=7, blank=True, validators=[validate_postcode]
    )
    town = models.CharField(_("town"), max_length=80, blank=True, default="Rotterdam")
    area = models.ForeignKey(
        "projects.Area",
        verbose_name=_("area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    neighbourhood = models.ForeignKey(
        "projects.Neighbourhood",
        verbose_name=_("neighbourhood"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Degrees of WGS 84. Five decimals are a metre.
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(50), MaxValueValidator(54)],
        help_text=_("For example 51.91350. Leave empty if you do not know it."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(3), MaxValueValidator(8)],
        help_text=_("For example 4.47090. Leave empty if you do not know it."),
    )
    how_to_find = models.CharField(
        _("how to find it"),
        max_length=300,
        blank=True,
        help_text=_("For example: the green door beside the school; tram 2, stop Maashaven."),
    )
    access = CodesField(_("getting in and around"), codes=Access.choices)

    location_panels = [
        MultiFieldPanel(
            [
                FieldPanel("is_confidential"),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("town")]),
                FieldRowPanel([FieldPanel("area"), FieldPanel("neighbourhood")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("how_to_find"),
                FieldPanel("access"),
            ],
            heading=_("Where it is"),
        )
    ]
    location_search_fields = [
        index.SearchField("address"),
        index.SearchField("postcode"),
        index.SearchField("how_to_find"),
        index.FilterField("area"),
    ]
    location_facts = (
        "is_confidential", "address", "postcode", "town", "area", "neighbourhood",
        "latitude", "longitude", "access",
    )  # fmt: skip

    class Meta:
        """Never a table of its own."""

        abstract = True

    def clean(self) -> None:
        """Refuse what gives a confidential place away, and half a pair of coordinates.

        Raises:
            ValidationError: at each field that is wrong.

        """
        super().clean()
        errors = {}
        if self.is_confidential:
            told = [name for name in WHERE_EXACTLY if getattr(self, name) not in (None, "")]
            errors = dict.fromkeys(told, _("Empty this: the address is confidential."))
        elif (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            errors = {missing: _("Give both coordinates, or neither.")}
        elif self.neighbourhood and self.neighbourhood.area_id != self.area_id:
            errors = {"neighbourhood": _("This neighbourhood is in another area.")}
        if errors:
            raise ValidationError(errors)
