"""Signing in and out, by link or password, two-step sign-in and passwords.

Of allauth only the pages that this site uses. Its others (signing up, keeping several
addresses) are closed by not being here.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp

from django.urls import path, re_path
from django.views.generic import RedirectView

from accounts.link_views import ask_for_link, link_sent, mail_new_link, open_link
from accounts.views import (
    SecondStepView,
    account_home,
    out_everywhere,
    to_forgotten_password,
    to_sign_in,
)
from accounts.ways_in import SignInView

urlpatterns = [
    path("", SignInView.as_view(), name="account_login"),
    path("link/", ask_for_link, name="account_ask_for_link"),
    path("link/verstuurd/", link_sent, name="account_link_sent"),
    path("link/<str:token>/", open_link, name="account_open_link"),
    path("link/<str:token>/nieuw/", mail_new_link, name="account_mail_new_link"),
    path("overal-uit/", out_everywhere, name="account_out_everywhere"),
    path("uit/", account.logout, name="account_logout"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("account/", account_home, name="account_home"),
    path("bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("wachtwoord/vergeten/", account.password_reset, name="account_reset_password"),
    path(
        "wachtwoord/vergeten/verstuurd/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^wachtwoord/nieuw/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "wachtwoord/nieuw/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("stap-2/", SecondStepView.as_view(), name="mfa_authenticate"),
    path("stap-2/bevestigen/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("stap-2/klaar/", RedirectView.as_view(pattern_name="account_home"), name="mfa_index"),
    path("stap-2/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("stap-2/app/weg/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("stap-2/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "stap-2/codes/nieuw/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "stap-2/codes/bestand/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

# Wagtail's own ways to sign in know no throttle and no second step: each leads here.
in_place_of_wagtails = [
    path("login/", to_sign_in),
    path("password_reset/", to_forgotten_password),
    re_path(r"^password_reset/.+$", to_forgotten_password),
]
in_place_of_wagtails_public = [path("_util/login/", to_sign_in)]
