"""The home app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from languages.sections import register_section


class HomeConfig(AppConfig):
    """The home page, information pages and organisation-wide settings."""

    name = "home"
    verbose_name = "Home"

    def ready(self) -> None:
        """Name this app's sections in the main menu."""
        register_section("over-ons", _("About us"))
        register_section("meedoen", _("Take part"))
