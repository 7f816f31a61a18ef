"""When a place is open."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from warmtebronnen.forms.hours_comparison import HoursPanel
from warmtebronnen.hours import HoursError, check


class Opening(models.Model):
    """Opening hours, and what hours alone do not say."""

    # In OpenStreetMap's syntax: https://wiki.openstreetmap.org/wiki/Key:opening_hours
    hours = models.TextField(_("opening hours"), max_length=1000, blank=True)
    hours_note = models.CharField(
        _("about the opening hours"),
        max_length=200,
        blank=True,
        help_text=_("What times do not tell. For example: the kitchen closes at seven."),
    )

    opening_panels = [
        MultiFieldPanel([HoursPanel("hours"), FieldPanel("hours_note")], heading=_("Opening hours"))
    ]
    opening_facts = ("hours",)

    class Meta:
        """Never a table of its own."""

        abstract = True

    def clean(self) -> None:
        """Refuse hours that nobody can tell a moment from.

        Raises:
            ValidationError: at the field of the hours, in plain words.

        """
        super().clean()
        try:
            if self.hours:
                check(self.hours)
        except HoursError as error:
            raise ValidationError({"hours": error.messages}) from error
