"""Looking at the signed form, and withdrawing a consent. Only for who works with consents."""

from __future__ import annotations

from pathlib import PurePath
from typing import cast

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wagtail.admin.auth import permission_required

from accounts.models import User
from core.enumerating import listed
from magazine.consent.asking import WORKS_WITH_CONSENTS
from magazine.consent.ending import portraits_of, withdraw
from magazine.consent.files import shown_elsewhere
from magazine.consent.scans import content_type_of
from magazine.models import Consent, Use

works_with_consents = permission_required(WORKS_WITH_CONSENTS)


@works_with_consents
@never_cache
@require_safe
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the signed form: to be kept by nobody, and never shown inside our own pages.

    Raises:
        Http404: there is none.

    """
    consent = get_object_or_404(Consent, pk=pk)
    kept_as = consent.form.name
    if not kept_as:
        raise Http404
    try:
        content = consent.form.read()
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"{slugify(consent.reference) or consent.pk}{PurePath(kept_as).suffix}"
    return HttpResponse(
        content,
        content_type=content_type_of(kept_as),
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )


@works_with_consents
def withdraw_consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what goes offline, and after a yes carry it out."""
    consent = get_object_or_404(Consent, pk=pk)
    address = reverse("magazine_consents:edit", args=[pk])
    if consent.withdrawn_on is not None:
        messages.info(request, _("This consent has been withdrawn already."))
        return redirect(address)
    if request.method == "POST":
        number = len(withdraw(consent, cast("User", request.user)))
        told = ngettext(
            "The consent is withdrawn. %(number)s page went offline.",
            "The consent is withdrawn. %(number)s pages went offline.",
            number,
        )
        messages.success(request, told % {"number": number})
        return redirect(address)
    portraits = list(portraits_of(consent))
    context = {
        "consent": consent,
        "portraits": portraits,
        "shown_elsewhere": shown_elsewhere(portraits),
        "address": address,
        "page_title": _("Withdraw consent"),
        "page_subtitle": consent.reference,
        "header_icon": "warning",
    }
    return render(request, "magazine/consent/withdraw.html", context)


def portraits_by_consent(consents: models.QuerySet[Consent]) -> models.QuerySet[Consent]:
    """Return consents with their portraits, for lists."""
    return consents.defer("contact_locked").prefetch_related("portraits")


def describe_uses(consent: Consent) -> str:
    """Return what a consent is for, in words."""
    return listed(use.label for use in Use if getattr(consent, f"for_{use}"))
