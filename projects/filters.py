"""How editors narrow down the lists of records."""

from __future__ import annotations

import django_filters

from django.db.models import QuerySet
from django.forms import RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet

from projects.models import Fact, Organisation, Person, PersonRole
from projects.models.organisations import CONTRIBUTIONS
from projects.querysets import FactQuerySet, OrganisationQuerySet, PersonQuerySet


class FactFilterSet(WagtailFilterSet):
    """Facts by topic, year, and whether they must be looked at again."""

    review = django_filters.ChoiceFilter(
        label=_("Review date"),
        choices=[("due", _("Has passed"))],
        method="filter_review",
        empty_label=_("All"),
        widget=RadioSelect,
    )

    class Meta:
        """Fields of the fact itself."""

        model = Fact
        fields = ["topic", "live", "year"]

    def filter_review(self, queryset: FactQuerySet, name: str, value: str) -> FactQuerySet:
        """Keep the facts whose review date has passed today."""
        return queryset.due_for_review(timezone.localdate())


class OrganisationFilterSet(WagtailFilterSet):
    """Organisations by kind, by what they bring, and by area."""

    contributes = django_filters.ChoiceFilter(
        label=_("Contributes"),
        choices=list(CONTRIBUTIONS.items()),
        method="filter_contributes",
        empty_label=_("All"),
        widget=RadioSelect,
    )

    class Meta:
        """Fields of the organisation itself."""

        model = Organisation
        fields = ["kind", "is_partner", "is_employer", "area", "is_example", "live"]

    def filter_contributes(
        self, queryset: OrganisationQuerySet, name: str, value: str
    ) -> QuerySet[Organisation]:
        """Keep the organisations that bring this; `value` is one of the choices above."""
        return queryset.filter(**{value: True})


class PersonFilterSet(WagtailFilterSet):
    """People by the role that they have today."""

    role = django_filters.ChoiceFilter(
        label=_("Role today"),
        choices=PersonRole.Role.choices,
        method="filter_role",
        empty_label=_("All"),
        widget=RadioSelect,
    )

    class Meta:
        """Fields of the person."""

        model = Person
        fields = ["is_example", "live"]

    def filter_role(self, queryset: PersonQuerySet, name: str, value: str) -> PersonQuerySet:
        """Keep the people who have this role today."""
        ids = Person.objects.with_role(value, timezone.localdate()).values("pk")
        return queryset.filter(pk__in=ids)
