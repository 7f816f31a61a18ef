"""The home app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.pagecache.registry import register_showing
from languages.sections import register_footer, register_section


class HomeConfig(AppConfig):
    """The home page, information pages and organisation-wide settings."""

    name = "home"
    verbose_name = "Home"

    def ready(self) -> None:
        """Name this app's sections in the main menu, and what its pages show of others."""
        from home.models import HomePage  # noqa: PLC0415 - models come first
        from projects.models import ProgrammeLine  # noqa: PLC0415

        # The cards of its 'programme lines' block refer to no line by name.
        register_showing(ProgrammeLine, lambda _line: HomePage.objects.all())
        register_section("over-ons", _("About us"))
        register_section("meedoen", _("Take part"))
        # The pages by which a reader judges whether the site can be trusted.
        register_footer("contact", "toegankelijkheid", "privacy")
