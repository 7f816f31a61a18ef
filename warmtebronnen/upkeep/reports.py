"""Takes what readers say is not right: kept for the team, and logged without their words."""

from __future__ import annotations

from django.db import transaction

from wagtail.log_actions import log

from warmtebronnen.models import Report, WarmtebronPage

REPORT = "warmtebronnen.report"


@transaction.atomic
def report(place: WarmtebronPage, text: str, language: str) -> Report:
    """Keep a report. What was written may name somebody, so the log has its number alone."""
    made = Report.objects.create(place=place, text=text, language=language)
    log(instance=place, action=REPORT, data={"number": made.pk})
    return made
