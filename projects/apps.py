"""The projects app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from languages.sections import register_section


class ProjectsConfig(AppConfig):
    """Projects, the agenda, and the records that the programme keeps."""

    name = "projects"
    verbose_name = "Projects"

    def ready(self) -> None:
        """Name this app's section in the main menu."""
        register_section("projecten", _("Projects"))
        register_section("agenda", _("Agenda"))
