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
        from redactieraad import guard, permissions, signals, workflows  # noqa: PLC0415 - needs models

        register_dataset(REGISTER)
        permissions.register()
        guard.connect()
        signals.connect()
        workflows.connect()
