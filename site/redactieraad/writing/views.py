"""Looks at a text again, each time that the editor has saved it by itself."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from redactieraad.writing.help import found_for, writing_help


@never_cache
@require_safe
def help_about(request: HttpRequest, type_id: int, key: str) -> HttpResponse:
    """Return the part of the page that helps, for who may edit the text.

    Raises:
        Http404: there is no such text, or not for this person.

    """
    try:
        text = found_for(request.user, type_id, key)
    except (ContentType.DoesNotExist, ValueError) as error:
        raise Http404 from error
    if text is None:
        raise Http404
    return render(request, "redactieraad/writing/help.html", writing_help(text))
