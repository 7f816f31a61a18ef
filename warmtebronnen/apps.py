"""The warmtebronnen app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from languages.sections import register_section


class WarmtebronnenConfig(AppConfig):
    """Warmtebronnen: places where residents can catch their breath."""

    name = "warmtebronnen"
    verbose_name = "Warm places"

    def ready(self) -> None:
        """Name this app's section in the main menu."""
        register_section("warmtebronnen", _("Warm places"))
