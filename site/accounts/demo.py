"""The demo's accounts: one for each kind of person who works on the site.

The names are invented and belong to nobody. All have one password, which stands
in the README: so they are made only where the settings allow it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management.base import CommandError

from accounts.models import User

PASSWORD = "warm-demo"  # noqa: S105 - everybody may know it
DOMAIN = "voorbeeld.example"


@dataclass(frozen=True)
class Account:
    """One account of the demo."""

    name: str
    first_name: str
    last_name: str
    group: str

    @property
    def email(self) -> str:
        """Return the address to sign in with."""
        return f"{self.name}@{DOMAIN}"


ACCOUNTS = (
    Account("beheer", "Bente", "Voorbeeld", "Beheer"),
    Account("redacteur", "Renske", "Voorbeeld", "Redactie"),
    Account("vertaler", "Volkan", "Voorbeeld", "Vertalers"),
    # The first three are experience experts.
    Account("raad1", "Rachida", "Voorbeeld", "Redactieraad"),
    Account("raad2", "Ruben", "Voorbeeld", "Redactieraad"),
    Account("raad3", "Rosita", "Voorbeeld", "Redactieraad"),
    Account("raad4", "Roel", "Voorbeeld", "Redactieraad"),
    Account("raad5", "Rania", "Voorbeeld", "Redactieraad"),
    Account("partner1", "Petra", "Voorbeeld", "Partners"),
    Account("partner2", "Pawel", "Voorbeeld", "Partners"),
    Account("programma", "Priya", "Voorbeeld", "Programmateam"),
    Account("journalist", "Joris", "Voorbeeld", "Journalist"),
)


def load() -> list[Account]:
    """Make the accounts that are missing; those that exist stay as they are.

    Returns:
        All accounts of the demo, to be shown to who starts it.

    Raises:
        CommandError: these settings allow no accounts with a known password.

    """
    if not settings.ALLOW_DEMO_ACCOUNTS:
        message = (
            "These settings allow no demo accounts, whose password everybody knows. "
            "Load the demo with warmrotterdam.settings.dev."
        )
        raise CommandError(message)
    for account in ACCOUNTS:
        if User.objects.filter(email=account.email).exists():
            continue
        user = User.objects.create_user(
            account.email, PASSWORD, first_name=account.first_name, last_name=account.last_name
        )
        user.groups.add(Group.objects.get(name=account.group))
    return list(ACCOUNTS)
