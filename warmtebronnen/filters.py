"""How the team narrows down the list of reports."""

from __future__ import annotations

import django_filters

from django.db.models import QuerySet
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet

from warmtebronnen.models import Report


class ReportFilterSet(WagtailFilterSet):
    """Reports by whether somebody answered them."""

    answered = django_filters.ChoiceFilter(
        label=_("Answered"),
        choices=[("no", _("Not answered")), ("yes", _("Answered"))],
        method="filter_answered",
        empty_label=_("All"),
        widget=RadioSelect,
    )

    class Meta:
        """Fields of the report itself."""

        model = Report
        fields = ["language"]

    def filter_answered(self, queryset: QuerySet[Report], name: str, value: str) -> QuerySet:
        """Keep those that are answered, or those that are not."""
        return queryset.filter(answered_at__isnull=value == "no")
