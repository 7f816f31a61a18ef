"""allauth's forms in this site's own words, so that each language has them all."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as second_step_forms
from allauth.mfa.totp import forms as totp_forms

from django import forms
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

# What each field is called, whichever form it stands in, and what helps to fill it in.
LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "remember": _("Keep me signed in on this device"),
    "oldpassword": _("Password that you have now"),
    "password1": _("New password"),
    "password2": _("New password, once more"),
    "code": _("Code"),
}
HELP = {
    "password1": _("At least 10 characters. A few words in a row are easy to remember."),
    "code": _("The six digits that the app on your phone shows now."),
}


def own_path(address: str) -> str:
    """Return the address if it is a path of this site, and nothing if it leads elsewhere."""
    is_path = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    return address if is_path else ""


class PlainWords(forms.Form):
    """Gives the fields their labels, and takes away what only repeats them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Name the fields."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, "")
            field.help_text = HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class AskForLinkForm(PlainWords):
    """The address to mail a link to that signs in."""

    email = forms.EmailField(
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    next = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    def clean_next(self) -> str:
        """Return the path to go on to; nothing where it is none of this site's."""
        return own_path(self.cleaned_data["next"])


class OpenLinkForm(PlainWords):
    """The one button that signs in, and whether to remember the device."""

    remember = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say how long the device is remembered."""
        super().__init__(*args, **kwargs)
        self.fields["remember"].help_text = _("For 90 days. Only on a device of your own.")


class SignInForm(PlainWords, account_forms.LoginForm):
    """E-mail address and password."""


class ForgottenPasswordForm(PlainWords, account_forms.ResetPasswordForm):
    """The address to mail a link to."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Mail a link; or, to an address without an account, that it has none.

        Something is mailed either way, so that nobody can tell by the time it takes
        which addresses have an account.
        """
        if self.users:
            return super().save(request, **kwargs)
        email = self.cleaned_data["email"]
        get_adapter().send_mail("account/email/unknown_account", email, {})
        return email


class NewPasswordForm(PlainWords, account_forms.ResetPasswordKeyForm):
    """A new password, by way of a mailed link."""


class ChangePasswordForm(PlainWords, account_forms.ChangePasswordForm):
    """A new password, by way of the one that is known."""


class ConfirmPasswordForm(PlainWords, account_forms.ReauthenticateForm):
    """The password once more, before something that matters."""


class SecondStepForm(PlainWords, second_step_forms.AuthenticateForm):
    """The code that finishes signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say that a recovery code will do as well."""
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _(
            "The six digits that the app on your phone shows now, or one of your recovery codes."
        )


class ConfirmSecondStepForm(PlainWords, second_step_forms.ReauthenticateForm):
    """The code once more, before something that matters."""


class SetUpSecondStepForm(PlainWords, totp_forms.ActivateTOTPForm):
    """The first code, which proves that the app on the phone works."""
