"""What every record has: drafts, history, a lock, search and, where words differ, translations."""

from __future__ import annotations

from django.db import models

from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin
from wagtail.search import index


class Record(DraftStateMixin, LockableMixin, RevisionMixin, index.Indexed, models.Model):
    """A snippet of the programme: edited once, shown in many places, published on purpose."""

    search_fields = [index.FilterField("live")]

    class Meta:
        """Never a table of its own."""

        abstract = True


class TranslatableRecord(TranslatableMixin, Record):
    """A record whose words differ by language; its translations share a translation key."""

    search_fields = [*Record.search_fields, index.FilterField("locale")]

    class Meta(TranslatableMixin.Meta):
        """Never a table of its own; one row for each language."""

        abstract = True
