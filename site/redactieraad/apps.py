"""The redactieraad app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.clock.registry import register_periodic
from core.opendata import register_dataset
from languages.sections import register_footer_view
from redactieraad.datasets import REGISTER


class RedactieraadConfig(AppConfig):
    """The council, led by experience experts, that decides what appears."""

    name = "redactieraad"
    verbose_name = "Redactieraad"

    def ready(self) -> None:
        """Guard publishing, and listen to what is published."""
        from accounts.desks import Desk, register_desk  # noqa: PLC0415 - as above
        from redactieraad import (  # noqa: PLC0415 - they need models
            guard,
            permissions,
            showings,
            signals,
            workflows,
        )
        from redactieraad.admin import policies  # noqa: PLC0415 - as above
        from redactieraad.deciding import council, forgetting  # noqa: PLC0415 - as above
        from redactieraad.letters import notices, wagtails_mails  # noqa: PLC0415 - as above

        register_dataset(REGISTER)
        register_footer_view("redactieraad_register", _("Register of publications"))
        register_desk(Desk("Redactieraad", "redactieraad:desk", _("To the redactieraad")))
        permissions.register()
        policies.register()
        guard.connect()
        signals.connect()
        workflows.connect()
        council.connect()
        forgetting.connect()
        showings.register()
        notices.connect()
        wagtails_mails.connect()
        register_periodic(
            "publish what is planned",
            60,
            "redactieraad.publishing.scheduling.carry_out_what_is_planned",
        )
        register_periodic("remind members", 900, "redactieraad.letters.reminding.remind_members")
