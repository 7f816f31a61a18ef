"""Recordings, for who may hear them."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import PurePath
from typing import cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseGone
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import User
from core.ranges import requested_range
from core.security.sounds import BY_SUFFIX
from redactieraad.deciding.remarks import may_hear
from redactieraad.desk.access import private
from redactieraad.models import Remark


@never_cache
@login_required
@require_safe
def voice(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Send a recording, or the part of it that a phone's player asks for.

    Raises:
        PermissionDenied: this person is neither in the council nor a writer of the text.

    """
    remark = Remark.objects.exclude(voice="").filter(pk=pk).first()
    if remark is None:
        return HttpResponseGone()
    if not may_hear(cast("User", request.user), remark):
        raise PermissionDenied
    size = remark.voice.size
    try:
        part = requested_range(request.headers.get("Range", ""), size)
    except ValueError:
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return HttpResponse(status=status, headers={"Content-Range": f"bytes */{size}"})
    return private(_answer(remark, part, size))


def _answer(remark: Remark, part: tuple[int, int] | None, size: int) -> HttpResponse:
    start, end = part or (0, size - 1)
    with remark.voice.open("rb") as file:
        file.seek(start)
        sound = file.read(end - start + 1)
    suffix = PurePath(str(remark.voice.name)).suffix
    response = HttpResponse(sound, content_type=BY_SUFFIX[suffix].content_type)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Disposition"] = f'inline; filename="opname{suffix}"'
    if part:
        response.status_code = HTTPStatus.PARTIAL_CONTENT
        response.headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    return response
