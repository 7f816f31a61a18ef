"""Facts and figures, each with its source and the day it must be looked at again."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin
from wagtail.search import index

from core.fields import HttpsURLField
from projects.amounts import Precision, Unit, amount_text, exact_text
from projects.models.base import TranslatableRecord
from projects.querysets import FactQuerySet
from projects.validation import check_fact


class Fact(PreviewableMixin, TranslatableRecord):
    """One figure: what it says, about whom, where it comes from."""

    class Topic(models.TextChoices):
        """What a fact is about; the facts page groups by it, in this order."""

        POVERTY = "poverty", _("Poverty")
        DEBT = "debt", _("Debt")
        WORK = "work", _("Work")
        CHILDREN = "children", _("Children")
        ORGANISATION = "organisation", _("Our organisation")

    key = models.SlugField(
        _("key"),
        max_length=60,
        help_text=_(
            "Small letters and hyphens, the same in every language. Open data uses it, so keep it."
        ),
    )
    topic = models.CharField(_("topic"), max_length=20, choices=Topic.choices)
    statement = models.TextField(
        _("statement"),
        max_length=300,
        help_text=_("The whole fact in one or two plain sentences, with the figure in it."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=50, help_text=_("Low numbers come first within the topic.")
    )

    value = models.DecimalField(_("value"), max_digits=15, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=20, choices=Unit.choices)
    precision = models.CharField(
        _("precision"),
        max_length=10,
        choices=Precision.choices,
        default=Precision.EXACT,
        help_text=_("Choose what the source says: exactly, about, more than or nearly."),
    )
    where = models.CharField(
        _("where or who"), max_length=120, help_text=_("For example: Rotterdam, or young people.")
    )
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
        help_text=_("The year that the figure is about. Leave empty if the source does not say."),
    )

    comparison_value = models.DecimalField(
        _("value to compare with"),
        max_digits=15,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("In the same unit. With it, readers see a plot."),
    )
    comparison_where = models.CharField(
        _("where or who to compare with"), max_length=120, blank=True
    )

    source_title = models.CharField(_("title of the source"), max_length=200)
    source_publisher = models.CharField(_("publisher of the source"), max_length=120)
    source_url = HttpsURLField(_("link to the source"), blank=True)
    review_by = models.DateField(
        _("review by"),
        help_text=_("After this day readers see that the figure may be out of date."),
    )

    objects = FactQuerySet.as_manager()

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("statement"),
                FieldPanel("topic"),
                FieldRowPanel([FieldPanel("key"), FieldPanel("order")]),
            ],
            heading=_("What it says"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("precision")]),
                FieldRowPanel([FieldPanel("where"), FieldPanel("year")]),
            ],
            heading=_("The figure"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("comparison_value"), FieldPanel("comparison_where")])],
            heading=_("Compared with"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("source_title"),
                FieldPanel("source_publisher"),
                FieldPanel("source_url"),
                FieldPanel("review_by"),
            ],
            heading=_("Where it comes from"),
        ),
    ]
    search_fields = [
        *TranslatableRecord.search_fields,
        index.SearchField("statement", boost=2),
        index.AutocompleteField("statement"),
        index.SearchField("where"),
        index.SearchField("source_title"),
        index.SearchField("source_publisher"),
        index.FilterField("topic"),
        index.FilterField("year"),
        index.FilterField("order"),
        index.FilterField("review_by"),
    ]

    class Meta(TranslatableRecord.Meta):
        """Names, order, and one fact for each key and language."""

        verbose_name = _("fact")
        verbose_name_plural = _("facts and figures")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "locale"],
                name="projects_fact_key_per_language",
                violation_error_message=_("Another fact in this language has this key already."),
            )
        ]

    def __str__(self) -> str:
        """Return the statement, shortened."""
        return Truncator(self.statement).chars(100)

    def clean(self) -> None:
        """Refuse figures that contradict themselves, each at its own field."""
        super().clean()
        check_fact(self)

    @property
    def value_text(self) -> str:
        """Return the figure with its unit, as the reader writes numbers."""
        return amount_text(self.value, self.unit, self.precision)

    @property
    def comparison_text(self) -> str:
        """Return the figure to compare with, or nothing where there is none."""
        if self.comparison_value is None:
            return ""
        return exact_text(self.comparison_value, self.unit)

    @property
    def has_comparison(self) -> bool:
        """Whether there is a second figure to hold this one against."""
        return self.comparison_value is not None

    @property
    def is_due_for_review(self) -> bool:
        """Whether the day to look at this figure again has passed."""
        return self.review_by < timezone.localdate()

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the fact as readers see it."""
        return "projects/previews/fact.html"
