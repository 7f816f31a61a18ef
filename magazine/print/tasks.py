"""Has PDFs made by the task queue: no reader's request waits for one."""

from __future__ import annotations

from django_tasks import task

from magazine.models import EditionPage
from magazine.models.printed import PrintedEdition
from magazine.print.keeping import forget, make


# A reader waits, so it goes before what nobody waits for.
@task(priority=20)
def make_pdf(edition_id: int) -> None:
    """Make the PDF of an edition, or remove it where the edition is offline."""
    edition = EditionPage.objects.filter(pk=edition_id).select_related("locale").first()
    if edition is None:
        return
    if edition.live:
        make(edition)
    else:
        forget(edition)


def make_what_changed() -> None:
    """Have the PDFs made of which something changed. Called every few minutes by the clock."""
    for pk in PrintedEdition.objects.filter(is_due=True).values_list("edition_id", flat=True):
        make_pdf.enqueue(pk)
