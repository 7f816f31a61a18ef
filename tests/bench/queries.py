"""How many queries each public page of the demo costs when nothing is cached.

Run by `tests.bench` in the demo's own settings; prints one line a page, dearest first.
"""

from __future__ import annotations

import django


def main() -> None:
    """Print the number of queries and the address of each live page."""
    django.setup()
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from wagtail.models import Page

    from tests.further import addresses_of

    client = Client(headers={"host": "127.0.0.1"})
    first_depth = 2
    pages = Page.objects.live().public().filter(depth__gte=first_depth)
    counts = []
    every = pages.select_related("locale").order_by("path")
    for address in [one for page in every for one in addresses_of(page)] + ["/data/"]:
        client.get(address)  # what a process learns once: content types, templates
        for name in ("pages", "default"):
            caches[name].clear()
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append((len(captured), address))
    for count, address in sorted(counts, reverse=True):
        print(count, address)


if __name__ == "__main__":
    main()
