"""The magazine app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from languages.sections import register_section


class MagazineConfig(AppConfig):
    """The online magazine: by and for Rotterdammers."""

    name = "magazine"
    verbose_name = "Magazine"

    def ready(self) -> None:
        """Name this app's section in the main menu."""
        register_section("magazine", _("Magazine"))
        # Models can be imported only once every app is there.
        from magazine import shelving, showings  # noqa: PLC0415

        showings.register()
        shelving.connect()
