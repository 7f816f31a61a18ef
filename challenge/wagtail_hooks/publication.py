"""Methods, snapshots and what is published of them, in the admin."""

from wagtail.snippets.models import register_snippet

from challenge.publication.viewsets import IndexGroup

register_snippet(IndexGroup)
