"""Mailing an edition, in the admin. No address is shown here: nobody needs to see them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from wagtail.admin.auth import permission_required

from languages.registry import SOURCE
from magazine.models import EditionPage, Letter, Mailing, Subscriber
from magazine.newsletter.forms import LeaveForm, TestMailForm
from magazine.newsletter.sending import CannotMailError, begin
from magazine.newsletter.subscribing import leave
from magazine.newsletter.tasks import mail_some, mail_test
from magazine.newsletter.versions import live_versions, numbers_by_language

PERMISSION = "magazine.send_mailing"
TESTED = "newsletter_tested"
REASONS = {
    "offline": _("This edition is not public, so it cannot be mailed."),
    "mailed": _("This edition has been mailed already. Nobody gets it twice."),
    "nobody": _("Nobody has subscribed yet."),
    "untested": _("Mail it to yourself first, and look at it."),
}

may_mail = permission_required(PERMISSION)


@may_mail
def overview(request: HttpRequest) -> HttpResponse:
    """List the editions that are live, each with its mailing."""
    mailings = {one.edition_key: one for one in Mailing.objects.all()}
    return render(
        request,
        "magazine/newsletter/admin/overview.html",
        {
            "editions": [(one, mailings.get(one.translation_key)) for one in _editions()],
            "subscribers": Subscriber.objects.reachable().count(),
            "form": LeaveForm(),
            "page_title": _("Newsletter"),
            "header_icon": "mail",
        },
    )


@may_mail
def edition(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would be mailed to how many, or how far the mailing is."""
    page = get_object_or_404(EditionPage.objects.live(), pk=pk)
    versions = live_versions(page.translation_key)
    mailing = Mailing.objects.filter(edition_key=page.translation_key).first()
    names = dict(settings.LANGUAGES)
    numbers = numbers_by_language(versions)
    return render(
        request,
        "magazine/newsletter/admin/edition.html",
        {
            "edition": page,
            "mailing": mailing,
            "progress": _progress(mailing) if mailing else [],
            "numbers": [(names[code], number) for code, number in numbers.items()],
            "total": sum(numbers.values()),
            "test_form": TestMailForm(languages=list(versions)),
            "is_tested": _is_tested(request, page),
            "page_title": _("Newsletter"),
            "page_subtitle": page.title,
            "header_icon": "mail",
        },
    )


@may_mail
@require_POST
def test(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail the edition to the editor who asks."""
    page = get_object_or_404(EditionPage.objects.live(), pk=pk)
    versions = live_versions(page.translation_key)
    form = TestMailForm(request.POST, languages=list(versions))
    if form.is_valid():
        mail_test.enqueue(versions[form.cleaned_data["language"]].pk, int(request.user.pk or 0))
        tested = {*request.session.get(TESTED, []), str(page.translation_key)}
        request.session[TESTED] = sorted(tested)
        messages.success(request, _("It is on its way to your own address."))
    return redirect("newsletter_edition", pk)


@may_mail
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail the edition to everybody."""
    page = get_object_or_404(EditionPage, pk=pk)
    if not _is_tested(request, page):
        messages.error(request, str(REASONS["untested"]))
        return redirect("newsletter_edition", pk)
    try:
        with transaction.atomic():
            mailing = begin(page, request.user)
            mail_some.enqueue(mailing.pk)
    except CannotMailError as error:
        messages.error(request, str(REASONS[error.reason]))
    else:
        messages.success(request, _("The edition is being mailed. You can leave this page."))
    return redirect("newsletter_edition", pk) if page.live else redirect("newsletter_overview")


@may_mail
@require_POST
def take_off(request: HttpRequest) -> HttpResponse:
    """Take an address off the list for somebody who asks us to."""
    form = LeaveForm(request.POST)
    if form.is_valid():
        subscriber = Subscriber.find(form.cleaned_data["email"])
        if subscriber:
            leave(subscriber)
        messages.success(request, _("This address gets no mail from us any more."))
    else:
        messages.error(request, _("This is no e-mail address. It looks like name@example.org."))
    return redirect("newsletter_overview")


def _editions() -> Iterator[EditionPage]:
    """Yield each edition that is live once, the newest first, in Dutch where it is in Dutch."""
    pages = EditionPage.objects.live().select_related("locale").order_by("-number", "path")
    by_key: dict[Any, EditionPage] = {}
    for page in pages:
        if page.translation_key not in by_key or page.locale.language_code == SOURCE:
            by_key[page.translation_key] = page
    yield from by_key.values()


def _progress(mailing: Mailing) -> list[tuple[str, int]]:
    """Return how many letters are how far, without what does not occur."""
    numbers = mailing.letters.all().numbers()
    return [(str(state.label), numbers[state]) for state in Letter.State if numbers[state]]


def _is_tested(request: HttpRequest, page: EditionPage) -> bool:
    return str(page.translation_key) in request.session.get(TESTED, [])
