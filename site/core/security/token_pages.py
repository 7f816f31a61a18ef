"""Pages of which the address holds a token."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

View = Callable[..., HttpResponseBase]


def keep_token_here(view: View) -> View:
    """Let no cache keep the answer, and no page or picture hear the address with its token.

    Not 'no-referrer': with it browsers send `Origin: null`, which Django's check against
    forged forms refuses.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "strict-origin"
        return response

    return never_cache(sensitive_variables("token")(guarded))
