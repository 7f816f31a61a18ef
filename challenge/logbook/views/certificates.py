"""The certificate as a PDF for the member, and its verification for anybody."""

from __future__ import annotations

from http import HTTPStatus

from allauth.core.internal.ratelimit import consume

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from challenge.logbook.certificate.making import certificate_of, genuine
from challenge.logbook.certificate.printing import SECONDS, certificate_pdf
from challenge.models import Certificate
from challenge.personal.access import Visit, members_only, show
from core.seo.robots import unlisted
from core.typesetting import CannotTypesetError

# The rate of ACCOUNT_RATE_LIMITS that unknown codes count for.
GUESSING = "certificate"
WAIT_SECONDS = "60"
LATER = "challenge/logbook/certificate_later.html"
VERIFY = "challenge/logbook/verify.html"


@members_only
@require_safe
def certificate_file(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Hand out a member's certificate.

    Raises:
        Http404: there is none (yet).

    """
    certificate = certificate_of(visit.invitee)
    if certificate is None:
        raise Http404
    pdf = _made(certificate)
    if pdf is None:
        response = show(request, visit, LATER, status=HTTPStatus.SERVICE_UNAVAILABLE)
        response.headers["Retry-After"] = str(SECONDS)
        return response
    response = HttpResponse(pdf, content_type="application/pdf")
    name = slugify(visit.campaign.name) or "warm-rotterdam"
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


@never_cache
@require_safe
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Say whether a certificate is genuine; whose it is only once the results are public."""
    if not _may_guess(request, dry_run=True):
        return _answer(request, None, HTTPStatus.TOO_MANY_REQUESTS)
    certificate = genuine(code, timezone.now())
    if certificate is None:
        _may_guess(request)
        return _answer(request, None, HTTPStatus.NOT_FOUND)
    return _answer(request, certificate, HTTPStatus.OK)


def _answer(
    request: HttpRequest, certificate: Certificate | None, status: HTTPStatus
) -> HttpResponse:
    campaign = certificate.week.invitee.campaign if certificate else None
    context = {
        "certificate": certificate,
        "is_public": bool(campaign and campaign.is_launched),
        "has_tried_too_often": status is HTTPStatus.TOO_MANY_REQUESTS,
    }
    response = unlisted(render(request, VERIFY, context, status=status))
    response.headers["Referrer-Policy"] = "strict-origin"
    if status is HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = WAIT_SECONDS
    return response


def _may_guess(request: HttpRequest, *, dry_run: bool = False) -> bool:
    """Return whether this machine may ask for a code, and count it unless this only asks."""
    app = "allauth.account"
    return bool(consume(request, app=app, action=GUESSING, dry_run=dry_run, limit_get=True))


def _made(certificate: Certificate) -> bytes | None:
    """Return the PDF; nothing while it is being made for the same member, or where it cannot be.

    It is never kept: whose it is, is nobody's business before the launch.
    """
    name = f"certificate-is-made-{certificate.pk}"
    if not cache.add(name, 1, SECONDS):
        return None
    try:
        return certificate_pdf(certificate)
    except CannotTypesetError:
        return None
    finally:
        cache.delete(name)
