"""The projects app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.opendata import register_dataset
from languages.sections import register_section
from projects.datasets import FACTS


class ProjectsConfig(AppConfig):
    """Projects, the agenda, and the records that the programme keeps."""

    name = "projects"
    verbose_name = "Projects"

    def ready(self) -> None:
        """Name this app's sections in the main menu, and its open data."""
        register_section("projecten", _("Projects"))
        register_section("agenda", _("Agenda"))
        register_dataset(FACTS)
        # Models can be imported only once every app is there.
        from projects import showings  # noqa: PLC0415

        showings.register()
