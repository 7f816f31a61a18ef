"""The site's first address, which goes to the reader's language."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request


def first_visit(request: HttpRequest) -> HttpResponseRedirect:
    """Send the reader from `/` to the home page in the browser's language.

    Only the `Accept-Language` header decides: the site sets no language cookie.
    """
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
