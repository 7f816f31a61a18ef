"""The warmtebronnen app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.clock.registry import register_periodic
from core.opendata import register_dataset
from core.styleguide.registry import register_components
from languages.sections import register_section
from warmtebronnen.datasets import PLACES


class WarmtebronnenConfig(AppConfig):
    """Warmtebronnen: places where residents can catch their breath."""

    name = "warmtebronnen"
    verbose_name = "Warm places"

    def ready(self) -> None:
        """Name this app's section in the main menu, and the partners' desk."""
        from accounts.desks import Desk, register_desk  # noqa: PLC0415 - needs models
        from warmtebronnen import showings, styleguide  # noqa: PLC0415 - as above
        from warmtebronnen.exchange import showings as files  # noqa: PLC0415 - as above
        from warmtebronnen.partners import page_permissions, tending  # noqa: PLC0415 - as above
        from warmtebronnen.team import policies  # noqa: PLC0415 - as above

        register_section("warmtebronnen", _("Warm places"))
        register_desk(Desk("Partners", "partner:desk", _("To my warm places")))
        tending.connect()
        policies.register()
        page_permissions.register()
        register_periodic("ask partners", 900, "warmtebronnen.upkeep.questions.ask_all")
        register_periodic("forget unsent photos", 86_400, "warmtebronnen.desk.photos.forget_unsent")
        showings.register()
        register_components("warmtebronnen/styleguide.html", styleguide.samples)
        register_dataset(PLACES)
        files.register()
