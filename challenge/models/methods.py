"""How an index is reckoned: fixed by the redactieraad before the first invitation goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from challenge.vocabulary import FactKey
from redactieraad.forms.texts import GovernedRecordForm
from redactieraad.governed import Governed

RATIONAL = re.compile(r"(0|[1-9]\d{0,5})(/[1-9]\d{0,5})?")
_is_rational = RegexValidator(
    re.compile(rf"^{RATIONAL.pattern}$"), _("Give a whole number or a fraction, such as 1 or 1/2.")
)


def weight_field(fact: FactKey) -> models.CharField:
    """Return the field for how heavily a fact weighs: a fraction, as text, so exact."""
    return models.CharField(fact.label, max_length=13, default="1", validators=[_is_rational])


class Method(Governed, PreviewableMixin, WorkflowMixin, DraftStateMixin, RevisionMixin):
    """A version of the method: what weighs how much, and why, in plain words."""

    version = models.CharField(_("version"), max_length=20, unique=True)
    words = models.TextField(
        _("how it is reckoned"), help_text=_("In plain words, for everybody. An empty line parts.")
    )
    weight_answered = weight_field(FactKey.ANSWERED)
    weight_accepted = weight_field(FactKey.ACCEPTED)
    weight_logbook = weight_field(FactKey.LOGBOOK)
    weight_week = weight_field(FactKey.WEEK)
    weight_within = weight_field(FactKey.WITHIN)

    panels = [
        FieldPanel("version"),
        FieldPanel("words"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel(f"weight_{fact}") for fact in FactKey.values])],
            heading=_("How heavily each fact weighs"),
        ),
        PublishingPanel(),
    ]
    base_form_class = GovernedRecordForm

    class Meta:
        """Names and order."""

        verbose_name = _("method of the index")
        verbose_name_plural = _("methods of the index")
        ordering = ["version"]

    def __str__(self) -> str:
        """Return the version."""
        return self.version

    @property
    def weights(self) -> dict[str, str]:
        """Return how heavily each fact weighs, as fractions in text, by its key."""
        return {fact: getattr(self, f"weight_{fact}") for fact in FactKey.values}

    def clean(self) -> None:
        """Refuse weights that are all zero.

        Raises:
            ValidationError: they are.

        """
        if all(weight.partition("/")[0] == "0" for weight in self.weights.values()):
            raise ValidationError(
                {"weight_answered": _("At least one fact must weigh more than zero.")}
            )

    def faults_by_field(self) -> Iterator[tuple[str, str]]:
        """Yield that this is fixed, where a campaign began with another text of it."""
        from challenge.publication.methods import is_another_text  # noqa: PLC0415 - it needs this

        yield from super().faults_by_field()
        if is_another_text(self):
            yield "version", gettext("A campaign began with this method. Make a new version.")

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the method as readers see it."""
        return "challenge/previews/method.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Give the template what it takes."""
        from challenge.publication.previews import preview_of_method  # noqa: PLC0415 - it needs this

        return preview_of_method(self)
