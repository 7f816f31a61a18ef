"""The second step of signing in, and a person's own account."""

from __future__ import annotations

from typing import cast

from allauth.mfa.base.views import AuthenticateView

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.adapter import AccountAdapter
from accounts.desks import desks_of
from accounts.devices import devices_of, sign_out_everywhere
from accounts.models import User
from accounts.two_step import has_second_step, may_enter_admin
from accounts.ways_in import answer_too_many, to_sign_in_page


class SecondStepView(AuthenticateView):
    """The code that finishes signing in."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Show what is wrong, with status 429 after too many tries."""
        return answer_too_many(super().form_invalid(form), form)


@never_cache
@login_required
def account_home(request: HttpRequest) -> HttpResponse:
    """Show a person their own account: who they are and how they sign in."""
    user = cast("User", request.user)
    context = {
        "has_second_step": has_second_step(user),
        "may_enter_admin": may_enter_admin(user),
        "desks": desks_of(user),
        "devices": devices_of(user, timezone.now()),
        "groups": user.groups.order_by("name"),
    }
    return render(request, "account/home.html", context)


@never_cache
@require_POST
@login_required
def out_everywhere(request: HttpRequest) -> HttpResponse:
    """Sign a person out on every device, also on this one."""
    sign_out_everywhere(cast("User", request.user))
    logout(request)
    news = "account/messages/logged_out_everywhere.txt"
    AccountAdapter(request).add_message(request, messages.SUCCESS, news)
    return redirect("account_login")


@never_cache
def to_sign_in(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Send visitors of Wagtail's own sign-in pages to ours, which is throttled."""
    return to_sign_in_page(request.GET.get("next", ""))


@never_cache
def to_forgotten_password(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Send visitors of Wagtail's own password pages to ours, which are throttled."""
    return redirect("account_reset_password")
