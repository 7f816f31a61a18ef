"""How allauth works on this site."""

from __future__ import annotations

import time
from typing import Any

import qrcode
from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from qrcode.image.svg import SvgPathImage

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.desks import desks_of
from accounts.models import User
from accounts.two_step import may_enter_admin, signs_in_by_password
from core.vault import Vault

VAULT = Vault("two-step")
# The only news that a page cannot tell by itself, by the template that allauth names it with.
NEWS = {
    "account/messages/password_changed.txt": _("Your password has been changed."),
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/logged_out_everywhere.txt": _("You are signed out on every device."),
    "mfa/messages/totp_activated.txt": _("Two-step sign-in is on."),
    "mfa/messages/totp_deactivated.txt": _("Two-step sign-in is off."),
    "mfa/messages/recovery_codes_generated.txt": _("You have new recovery codes."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by Beheer, never by a visitor."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("This e-mail address and password do not belong together."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, then try again."),
        "rate_limited": _("Too many attempts. Wait five minutes, then try again."),
        "enter_current_password": _("This is not the password that you have now."),
        "incorrect_password": _("This is not your password."),
        "account_inactive": _("This account is closed."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: there is no public sign-up for accounts."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where a person works: the admin, a desk, or else their own account."""
        if signs_in_by_password(request.user):
            return reverse("wagtailadmin_home")
        desks = desks_of(request.user)
        return reverse(desks[0].url_name if desks else "account_home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return to the account, where the news is told."""
        return reverse("account_home")

    def reauthenticate(self, user: User, password: str) -> bool:
        """Return whether this is the person's password.

        allauth looks the address up in its own table, which this site leaves empty:
        an account has one address, and Beheer keeps it.
        """
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Return whether to ask for the password again: not right after signing in."""
        if not super().is_reauthentication_required(app=app, **kwargs):
            return False
        signed_in = get_authentication_records(self.request, self.request.user)
        fresh = time.time() - account_settings.REAUTHENTICATION_TIMEOUT
        return not any(record["at"] > fresh for record in signed_in)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person by mail what was changed about their account."""
        super().send_notification_mail(template_prefix, user, context, email or user.email)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **kwargs: Any,
    ) -> None:
        """Keep the news that the next page shows, in our own words."""
        if message_template in NEWS:
            messages.add_message(request, level, str(NEWS[message_template]))


class TwoStepAdapter(DefaultMFAAdapter):
    """The second step: secrets are kept encrypted, and those who need it cannot drop it."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Type the code that the app shows now."),
        "cannot_delete_authenticator": _(
            "Your work on this site needs two-step sign-in. You cannot turn it off."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Return the secret as it is kept in the database."""
        return VAULT.lock_text(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret that `encrypt` was given."""
        return VAULT.unlock_text(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return whether this person may do without the second step."""
        return not (settings.REQUIRE_TWO_STEP and may_enter_admin(authenticator.user))

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code as SVG that can stand in a page as it is."""
        return qrcode.make(url, image_factory=SvgPathImage).to_string(encoding="unicode")
