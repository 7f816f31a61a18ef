"""The challenge app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.clock.registry import register_periodic
from core.styleguide.registry import register_components
from languages.sections import register_section


class ChallengeConfig(AppConfig):
    """The € 50-a-week council challenge and the Political Poverty Index."""

    name = "challenge"
    verbose_name = "The € 50 challenge"

    def ready(self) -> None:
        """Name this app's section in the main menu, and the journalist's desk."""
        from accounts.desks import Desk, register_desk  # noqa: PLC0415 - needs models
        from challenge import hiding, readdressing, styleguide  # noqa: PLC0415 - as above
        from challenge.people import datasets as people  # noqa: PLC0415 - as above
        from challenge.public import showings  # noqa: PLC0415 - as above
        from challenge.publication import methods, policies  # noqa: PLC0415 - as above
        from challenge.publication.data import datasets  # noqa: PLC0415 - as above

        register_section("uitdaging", _("The € 50 challenge"))
        register_periodic("plan letters", 900, "challenge.letters.planning.plan_all")
        register_desk(Desk("Journalist", "journalist:desk", _("To the answers of the council")))
        showings.register()
        methods.connect()
        policies.register()
        datasets.register()
        register_periodic("launch campaigns", 60, "challenge.publication.clock.launch_what_is_due")
        hiding.register()
        readdressing.connect()
        register_components("challenge/styleguide.html", styleguide.samples)
        people.register()
