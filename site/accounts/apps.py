"""The accounts app, and Wagtail's own users app with our pages in it."""

from django.apps import AppConfig

from wagtail.users.apps import WagtailUsersAppConfig

from core.clock.registry import register_periodic


class AccountsConfig(AppConfig):
    """Users who sign in by e-mail address, their groups and permissions."""

    name = "accounts"
    verbose_name = "Accounts"
    default = True

    def ready(self) -> None:
        """Keep the groups up to date, and the devices that stay signed in."""
        from accounts import devices, signals  # noqa: PLC0415 - models are only now there

        signals.connect()
        devices.connect()
        register_periodic(
            "forget old sign-in links", 86_400, "accounts.forgetting.forget_old_links_and_devices"
        )


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's admin of users, where only an administrator makes administrators."""

    user_viewset = "accounts.viewsets.UserViewSet"
