"""The challenge app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from languages.sections import register_section


class ChallengeConfig(AppConfig):
    """The € 50-a-week council challenge and the Political Poverty Index."""

    name = "challenge"
    verbose_name = "The € 50 challenge"

    def ready(self) -> None:
        """Name this app's section in the main menu."""
        register_section("uitdaging", _("The € 50 challenge"))
