"""The accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users who sign in by e-mail address, their groups and permissions."""

    name = "accounts"
    verbose_name = "Accounts"
