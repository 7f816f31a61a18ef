"""Open data of the programme."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.opendata.tables import csv_response
from projects.datasets import FACT_COLUMNS
from projects.models import Fact


@require_safe
def facts_csv(request: HttpRequest) -> HttpResponse:
    """Return every live fact, in every language that it has."""
    return csv_response("facts.csv", FACT_COLUMNS, _fact_rows())


def _fact_rows() -> Iterator[dict[str, object]]:
    """Return the live facts as rows; the columns carry the names of the fields."""
    facts = Fact.objects.live().select_related("locale").order_by("key", "locale__language_code")
    fields = [column.name for column in FACT_COLUMNS if column.name != "language"]
    for fact in facts:
        row = {name: getattr(fact, name) for name in fields}
        yield row | {"language": fact.locale.language_code}
