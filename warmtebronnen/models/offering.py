"""What a place offers, to whom, and on which terms."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from core.fields import CodesField
from warmtebronnen.vocabulary import SPOKEN, Cost, Entrance, Need


class Offering(models.Model):
    """What there is, for whom, what it costs and how to come in."""

    needs = CodesField(_("what there is"), codes=Need.choices)
    for_whom = models.CharField(
        _("for whom"),
        max_length=200,
        blank=True,
        help_text=_("Who is welcome, in one short sentence. For example: everybody from Charlois."),
    )
    conditions = models.CharField(
        _("conditions"),
        max_length=300,
        blank=True,
        help_text=_("What you ask of who comes. Leave empty if nothing is asked."),
    )
    costs = models.CharField(_("costs"), max_length=10, choices=Cost.choices, blank=True)
    costs_note = models.CharField(
        _("about the costs"),
        max_length=200,
        blank=True,
        help_text=_("For example: a meal costs € 2."),
    )
    how_to_come = CodesField(_("how to come in"), codes=Entrance.choices)
    spoken = CodesField(
        _("languages spoken"),
        codes=[(code, spoken.name) for code, spoken in SPOKEN.items()],
    )

    offering_panels = [
        MultiFieldPanel(
            [FieldPanel("needs"), FieldPanel("for_whom"), FieldPanel("conditions")],
            heading=_("What there is"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("how_to_come"),
                FieldPanel("costs"),
                FieldPanel("costs_note"),
                FieldPanel("spoken"),
            ],
            heading=_("Coming in"),
        ),
    ]
    offering_search_fields = [
        index.SearchField("for_whom"),
        index.SearchField("conditions"),
        index.SearchField("costs_note"),
    ]
    # What is the same in every language: translations show that of the original.
    offering_facts = ("needs", "costs", "how_to_come", "spoken")

    class Meta:
        """Never a table of its own."""

        abstract = True
