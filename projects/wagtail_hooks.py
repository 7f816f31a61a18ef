"""What the projects app adds to the admin."""

from wagtail.snippets.models import register_snippet

from projects.viewsets import RecordsGroup

register_snippet(RecordsGroup)
