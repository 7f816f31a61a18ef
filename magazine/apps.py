"""The magazine app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.clock.registry import register_periodic
from core.styleguide.registry import register_components
from languages.sections import register_section

DAY = 86_400


class MagazineConfig(AppConfig):
    """The online magazine: by and for Rotterdammers."""

    name = "magazine"
    verbose_name = "Magazine"

    def ready(self) -> None:
        """Name this app's section in the main menu."""
        register_section("magazine", _("Magazine"))
        register_periodic("newsletter: go on", 300, "magazine.newsletter.tasks.take_up_again")
        register_periodic("newsletter: forget", DAY, "magazine.newsletter.subscribing.forget")
        register_periodic("print", 300, "magazine.print.tasks.make_what_changed")
        # Models can be imported only once every app is there.
        from magazine import shelving, showings, styleguide  # noqa: PLC0415
        from magazine.consent import clock, signals  # noqa: PLC0415
        from magazine.print import signals as printing  # noqa: PLC0415

        register_components("magazine/styleguide.html", styleguide.samples)
        showings.register()
        shelving.connect()
        signals.connect()
        printing.connect()
        clock.register()
