"""The headers that every response carries."""

from __future__ import annotations

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from core.security.inline_scripts import has_known_script, mark_known_scripts
from core.security.policy import (
    DOCUMENT_DIRECTIVES,
    PERMISSIONS_POLICY,
    admin_directives,
    preview_directives,
)

ADMIN_PATH = "/beheer/"
DOCUMENT_VIEW = "wagtaildocs_serve"
CSP_HEADER = "Content-Security-Policy"


class FixedHeadersMiddleware:
    """Adds the headers that never differ, also to static files and errors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Remember the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the response with its headers."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        # Feed readers and messengers may show our pictures; nobody embeds the rest.
        picture = response.headers.get("Content-Type", "").startswith("image/")
        response.headers.setdefault(
            "Cross-Origin-Resource-Policy", "cross-origin" if picture else "same-origin"
        )
        return response


class PolicyMiddleware(CSPMiddleware):
    """Gives each kind of page its Content-Security-Policy."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Mark the admin's known scripts, then write the policy."""
        if _is_document(request, response):
            # Wagtail's own policy for documents is weaker than ours.
            del response[CSP_HEADER]
        if isinstance(response, HttpResponse) and _is_editable_html(request, response):
            _allow_known_scripts(request, response)
        if _may_be_framed_by_admin(request):
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        response = super().process_response(request, response)
        if CSP_HEADER in response.headers:
            # django-csp's order differs from one process to the next.
            parts = response.headers[CSP_HEADER].split("; ")
            response.headers[CSP_HEADER] = "; ".join(sorted(parts))
        return response

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 - as django-csp has it
    ) -> PolicyParts:
        """Return the policy for this kind of page."""
        parts = super().get_policy_parts(request, response, report_only)
        public = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
        if _is_document(request, response):
            parts.config = DOCUMENT_DIRECTIVES
        elif getattr(request, "is_preview", False):
            parts.config = preview_directives(public)
        elif request.path_info.startswith(ADMIN_PATH):
            parts.config = admin_directives(public)
        return parts


def _is_document(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Return whether the response is a document's own bytes, and no page about it."""
    match = request.resolver_match
    return (
        match is not None
        and match.url_name == DOCUMENT_VIEW
        and "Content-Disposition" in response.headers
    )


def _may_be_framed_by_admin(request: HttpRequest) -> bool:
    """Return whether the admin shows this in a frame: itself, and previews."""
    return getattr(request, "is_preview", False) or request.path_info.startswith(ADMIN_PATH)


def _is_editable_html(request: HttpRequest, response: HttpResponse) -> bool:
    """Return whether this is a page of the admin, whole and uncompressed."""
    return (
        request.path_info.startswith(ADMIN_PATH)
        and not getattr(request, "is_preview", False)
        and not response.has_header("Content-Encoding")
        and response.headers.get("Content-Type", "").startswith("text/html")
    )


def _allow_known_scripts(request: HttpRequest, response: HttpResponse) -> None:
    """Put this response's nonce on the inline scripts that the admin itself wrote."""
    html = response.content.decode(response.charset or "utf-8")
    if has_known_script(html):
        nonce = str(request.csp_nonce)  # type: ignore[attr-defined]
        response.content = mark_known_scripts(html, nonce)
        if response.has_header("Content-Length"):
            response.headers["Content-Length"] = str(len(response.content))
