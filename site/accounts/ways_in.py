"""The page with all ways to sign in, and the ways that lead to it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.account.views import LoginView

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from accounts.forms import AskForLinkForm, own_path

TOO_MANY = {"too_many_login_attempts", "rate_limited"}


def answer_too_many(response: HttpResponse, form: Form) -> HttpResponse:
    """Return the response with status 429 where the form says that there were too many tries."""
    errors = [error for field in form.errors.as_data().values() for error in field]
    if any(error.code in TOO_MANY for error in errors):
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return response


class SignInView(LoginView):
    """A link by mail, or else e-mail address and password."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return both forms; who is on the way to the admin needs a password."""
        asked = self.request.POST.get("next") or self.request.GET.get("next") or ""
        onwards = own_path(asked)
        context = {
            "link_form": AskForLinkForm(initial={"next": onwards}),
            "next": onwards,
            "password_first": onwards.startswith(reverse("wagtailadmin_home")),
        }
        return super().get_context_data(**context | kwargs)

    def form_invalid(self, form: Form) -> HttpResponse:
        """Show what is wrong, with status 429 after too many tries."""
        return answer_too_many(super().form_invalid(form), form)


def to_sign_in_page(onwards: str) -> HttpResponse:
    """Return the way to the page with all ways to sign in."""
    return _redirect("account_login", own_path(onwards))


def to_link_sent(onwards: str) -> HttpResponse:
    """Return the way to the page that says that a mail is on its way."""
    return _redirect("account_link_sent", onwards)


def show_ways_in(request: HttpRequest, form: AskForLinkForm, status: HTTPStatus) -> HttpResponse:
    """Show the page with all ways to sign in, with what is wrong with the address."""
    view = SignInView()
    view.setup(request)
    context = view.get_context_data(form=view.get_form_class()(request=request), link_form=form)
    return render(request, view.template_name, context, status=status)


def _redirect(name: str, onwards: str) -> HttpResponse:
    response = redirect(name)
    if onwards:
        response.headers["Location"] += f"?{urlencode({'next': onwards})}"
    return response
