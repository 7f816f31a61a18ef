"""The accounts app, and Wagtail's own users app with our pages in it."""

from django.apps import AppConfig

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """Users who sign in by e-mail address, their groups and permissions."""

    name = "accounts"
    verbose_name = "Accounts"
    default = True

    def ready(self) -> None:
        """Keep the groups up to date."""
        from accounts import signals  # noqa: PLC0415 - models are only now there

        signals.connect()


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's admin of users, where only an administrator makes administrators."""

    user_viewset = "accounts.viewsets.UserViewSet"
