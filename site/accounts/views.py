"""Signing in, and a person's own account."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from accounts.models import User
from accounts.two_step import has_second_step, may_enter_admin

TOO_MANY = {"too_many_login_attempts", "rate_limited"}


def answer_too_many(response: HttpResponse, form: Form) -> HttpResponse:
    """Return the response with status 429 where the form says that there were too many tries."""
    errors = [error for field in form.errors.as_data().values() for error in field]
    if any(error.code in TOO_MANY for error in errors):
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return response


class SignInView(LoginView):
    """E-mail address and password."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Show what is wrong, with status 429 after too many tries."""
        return answer_too_many(super().form_invalid(form), form)


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
        "groups": user.groups.order_by("name"),
    }
    return render(request, "account/home.html", context)


@never_cache
def to_sign_in(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Send visitors of Wagtail's own sign-in pages to ours, which is throttled."""
    onwards = request.GET.get("next", "")
    query = f"?{urlencode({'next': onwards})}" if onwards else ""
    response = redirect("account_login")
    response.headers["Location"] += query
    return response


@never_cache
def to_forgotten_password(request: HttpRequest, **kwargs: str) -> HttpResponse:
    """Send visitors of Wagtail's own password pages to ours, which are throttled."""
    return redirect("account_reset_password")
