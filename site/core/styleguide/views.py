"""The style guide page."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from wagtail.images import get_image_model

from core.styleguide import samples
from core.styleguide.blocks import block_samples
from core.styleguide.registry import registered_components

SCHEMES = ("light", "dark")


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component and block; `?scheme=` and `?language=` choose how.

    Without them it follows the reader's device and the reader's own language in the admin.
    """
    scheme = request.GET.get("scheme", "")
    language = request.GET.get("language", "")
    known = dict(settings.LANGUAGES)
    code = language if language in known else translation.get_language()
    with translation.override(code):
        context = {
            "scheme": scheme if scheme in SCHEMES else "",
            "languages": settings.LANGUAGES,
            "samples": samples,
            "picture": get_image_model().objects.order_by("pk").first(),
            "items": samples.middle_of_a_list(),
            **samples.forms_in_their_states(),
            "registered": registered_components(request),
        }
        blocks = block_samples({"request": request})
        return render(request, "core/styleguide/styleguide.html", {**context, "blocks": blocks})
