"""The questions that the site asks of its records."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from languages.registry import SOURCE, fallbacks


class RecordQuerySet(models.QuerySet):
    """Records, published or not."""

    def live(self) -> Self:
        """Return what readers may see: published records, never drafts."""
        return self.filter(live=True)


class TranslatableRecordQuerySet(RecordQuerySet):
    """Records that exist once for each language."""

    def for_language(self, code: str) -> Self:
        """Return each live record once, in the language that suits a reader of `code` best.

        That is the translation in `code` itself, else in the language that the site
        falls back to for `code`, at last the original. A draft translation hides
        nothing: it is as if it were not there. One query, whatever the number of records.
        """
        order = dict.fromkeys((code, *fallbacks(code), SOURCE))
        rank = Case(
            *[
                When(locale__language_code=language, then=Value(i))
                for i, language in enumerate(order)
            ]
        )
        candidates = {"live": True, "locale__language_code__in": list(order)}
        better = (
            self.model._default_manager.filter(  # Django's documented name
                **candidates, translation_key=OuterRef("translation_key")
            )
            .annotate(language_rank=rank)
            .filter(language_rank__lt=OuterRef("language_rank"))
        )
        return (
            self.filter(**candidates)
            .annotate(language_rank=rank)
            .filter(~Exists(better))
            .select_related("locale")
        )


class FactQuerySet(TranslatableRecordQuerySet):
    """Facts and figures."""

    def due_for_review(self, on: dt.date) -> Self:
        """Return the facts whose review date has passed on that day."""
        return self.filter(review_by__lt=on)


class OrganisationQuerySet(TranslatableRecordQuerySet):
    """Organisations that the programme knows."""

    def partners(self) -> Self:
        """Return the organisations that work with Warm Rotterdam."""
        return self.filter(is_partner=True)

    def with_agreement(self, on: dt.date) -> Self:
        """Return the organisations that had signed an agreement on that day."""
        return self.filter(agreement_signed_on__lte=on)

    def employers(self) -> Self:
        """Return the organisations that offer paid work."""
        return self.filter(is_employer=True)


def _in_period(on: dt.date, prefix: str = "") -> Q:
    """Return the condition that a period holds that day; an open end holds for ever."""
    begun = Q(**{f"{prefix}since__isnull": True}) | Q(**{f"{prefix}since__lte": on})
    not_over = Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": on})
    return begun & not_over


class PersonRoleQuerySet(models.QuerySet):
    """What people do for the programme, and when."""

    def current(self, on: dt.date) -> Self:
        """Return the roles that are filled on that day."""
        return self.filter(_in_period(on))


class PersonQuerySet(TranslatableRecordQuerySet):
    """People of the programme."""

    def current(self, on: dt.date) -> Self:
        """Return the people who have any role on that day."""
        return self.filter(_in_period(on, "roles__")).distinct()

    def with_role(self, role: str, on: dt.date) -> Self:
        """Return the people who have this role on that day."""
        return self.filter(_in_period(on, "roles__"), roles__role=role).distinct()
