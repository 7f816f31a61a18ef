"""The redactieraad app."""

from django.apps import AppConfig

from core.opendata import register_dataset
from redactieraad.datasets import REGISTER


class RedactieraadConfig(AppConfig):
    """The council, led by experience experts, that decides what appears."""

    name = "redactieraad"
    verbose_name = "Redactieraad"

    def ready(self) -> None:
        """Guard publishing, and listen to what is published."""
        from redactieraad import (  # noqa: PLC0415 - they need models
            council,
            forgetting,
            guard,
            permissions,
            signals,
            workflows,
        )
        from redactieraad.admin import policies  # noqa: PLC0415 - as above

        register_dataset(REGISTER)
        permissions.register()
        policies.register()
        guard.connect()
        signals.connect()
        workflows.connect()
        council.connect()
        forgetting.connect()
