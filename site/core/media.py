"""Serves uploads where no web server or object store stands in front: demo and development."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

# What a browser may show; anything else is downloaded. No HTML and no SVG: in a
# browser those can run scripts as if they were ours.
_SHOWN = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".mp3": "audio/mpeg",
    ".vtt": "text/vtt; charset=utf-8",
}
_UNKNOWN = "application/octet-stream"
# Wagtail serves documents itself, because it checks who may read them.
_DOCUMENTS = "documents"
# A new upload gets a new name, so that a picture under one name hardly ever changes.
_CACHE_CONTROL = "public, max-age=2592000"


@require_safe
def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve one uploaded file."""
    file = _file(path) if settings.SERVE_MEDIA else None
    if file is None:
        raise Http404
    modified = file.stat().st_mtime
    response: HttpResponseBase
    if was_modified_since(request.headers.get("If-Modified-Since"), modified):
        content_type = _SHOWN.get(file.suffix.lower())
        response = FileResponse(
            file.open("rb"),
            as_attachment=content_type is None,
            filename=file.name,
            content_type=content_type or _UNKNOWN,
        )
    else:
        response = HttpResponseNotModified()
    response.headers["Last-Modified"] = http_date(modified)
    response.headers["Cache-Control"] = _CACHE_CONTROL
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _file(path: str) -> Path | None:
    """Return the file under this name if it is inside the folder of uploads."""
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        file = (root / path).resolve()
        inside = file.relative_to(root)
        return file if file.is_file() and inside.parts[0] != _DOCUMENTS else None
    except (OSError, ValueError):
        # Outside the folder, or a name that no file can have.
        return None
