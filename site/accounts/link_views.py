"""Signing in by a link from a mail: asking for it, opening it, using it."""

from __future__ import annotations

from http import HTTPStatus

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core.ratelimit import consume

from django.conf import settings
from django.contrib.auth import logout
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import devices, links
from accounts.adapter import AccountAdapter
from accounts.emails import mail_link
from accounts.forms import AskForLinkForm, OpenLinkForm, own_path
from accounts.links import Found, Standing
from accounts.models import SignInLink, User
from accounts.two_step import signs_in_by_password
from accounts.ways_in import show_ways_in, to_link_sent, to_sign_in_page
from core.security.token_pages import keep_token_here

# How allauth's record of a session calls it.
METHOD = "link"
# The rates of ACCOUNT_RATE_LIMITS that these pages keep to.
ASKING, OPENING = "sign_in_link", "sign_in_link_open"
STATUSES = {
    Standing.UNKNOWN: HTTPStatus.BAD_REQUEST,
    Standing.USED: HTTPStatus.GONE,
    Standing.EXPIRED: HTTPStatus.GONE,
}


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_link(request: HttpRequest) -> HttpResponse:
    """Mail a link to the address that was filled in; the same answer for every address."""
    if request.method != "POST":
        return to_sign_in_page(request.GET.get("next", ""))
    form = AskForLinkForm(request.POST)
    if not form.is_valid():
        return show_ways_in(request, form, HTTPStatus.OK)
    email, onwards = form.cleaned_data["email"], form.cleaned_data["next"]
    if not consume(request, action=ASKING, key=email.lower()):
        form.add_error(None, AccountAdapter.error_messages["rate_limited"])
        return show_ways_in(request, form, HTTPStatus.TOO_MANY_REQUESTS)
    mail_link(email, onwards, get_language() or settings.LANGUAGE_CODE)
    return to_link_sent(onwards)


@never_cache
@require_safe
def link_sent(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way."""
    return render(request, "account/link_sent.html", {"next": _next(request)})


@keep_token_here
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the one button that signs in; pressing it does.

    Only the button uses the link up: programs that look into mail open links by themselves.
    """
    found = links.look_up(token, timezone.now())
    if found.standing is not Standing.READY or found.link is None:
        return _refuse(request, found, token)
    elsewhere = _another_way(found.link)
    if elsewhere is not None:
        return elsewhere
    if request.method == "POST":
        return _press(request, found.link, token)
    return _show_button(request, OpenLinkForm(), found.link, HTTPStatus.OK)


@keep_token_here
@require_POST
def mail_new_link(request: HttpRequest, token: str) -> HttpResponse:
    """Mail a new link to whoever was mailed this one."""
    link = links.look_up(token, timezone.now()).link
    if link is None:
        return to_sign_in_page("")
    if not consume(request, action=ASKING, key=link.user.email):
        context = {"form": _too_many(Form({})), "standing": "", "token": token}
        status = HTTPStatus.TOO_MANY_REQUESTS
        return render(request, "account/link_refused.html", context, status=status)
    mail_link(link.user.email, link.onwards, get_language() or settings.LANGUAGE_CODE)
    return to_link_sent(link.onwards)


def came_by_link_alone(request: HttpRequest) -> bool:
    """Return whether no password was given in this session."""
    records = get_authentication_records(request, request.user)
    methods = {record["method"] for record in records}
    return METHOD in methods and "password" not in methods


def _next(request: HttpRequest) -> str:
    return own_path(request.GET.get("next", ""))


def _too_many(form: Form) -> Form:
    form.is_valid()
    form.add_error(None, AccountAdapter.error_messages["rate_limited"])
    return form


def _another_way(link: SignInLink) -> HttpResponse | None:
    """Return where to go instead, for whom no link signs in (any more)."""
    if not link.user.is_active:
        return redirect("account_inactive")
    if signs_in_by_password(link.user):
        # They came to work in the admin after the mail was sent.
        return to_sign_in_page(link.onwards)
    return None


def _show_button(
    request: HttpRequest, form: Form, link: SignInLink, status: HTTPStatus
) -> HttpResponse:
    context = {"form": form, "who": link.user}
    return render(request, "account/link_open.html", context, status=status)


def _press(request: HttpRequest, link: SignInLink, token: str) -> HttpResponse:
    """Use the link up and sign in."""
    form = OpenLinkForm(request.POST)
    if not consume(request, action=OPENING):
        return _show_button(request, _too_many(form), link, HTTPStatus.TOO_MANY_REQUESTS)
    if not links.use(link, timezone.now()):
        return _refuse(request, Found(Standing.USED, link), token)
    keep = form.is_valid() and form.cleaned_data["remember"]
    return _sign_in(request, link, keep=keep)


def _refuse(request: HttpRequest, found: Found, token: str) -> HttpResponse:
    context = {"standing": found.standing.value, "token": token}
    status = STATUSES[found.standing]
    return render(request, "account/link_refused.html", context, status=status)


def _sign_in(request: HttpRequest, link: SignInLink, *, keep: bool) -> HttpResponse:
    """Sign in, by way of the second step for who has one."""
    user: User = link.user
    if request.user != user:
        # Nothing of another person's session may stay.
        logout(request)
    devices.wish(request, keep=keep)
    record_authentication(request, user, method=METHOD)
    return perform_login(request, user, redirect_url=own_path(link.onwards) or None)
