"""Hands out the service worker from the top of the site, where it may look after every language."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

SCRIPT = "js/sw.js"


@require_safe
@cache_control(public=True, max_age=0)
def service_worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker of this release. Browsers look for a new one at each visit."""
    return HttpResponse(_script(), content_type="text/javascript; charset=utf-8")


@cache
def _script() -> str:
    """Return the script with its version: another stylesheet or script is another version."""
    path = finders.find(SCRIPT)
    text = Path(str(path)).read_text(encoding="utf-8")
    parts = (text, static("css/site.css"), static("js/places.js"), static("js/my-list.js"))
    version = blake2b("\n".join(parts).encode(), digest_size=6).hexdigest()
    return text.replace("{{ version }}", version)
