"""The pages that a change touches, gathered and then forgotten together."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Model

from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page, Site

from core.pagecache.references import showing
from core.pagecache.registry import Views, kept_views
from core.pagecache.store import forget, forget_everything


class Touched:
    """A set of addresses, or everything."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._everything = False
        # Also holds the addresses for our own cache: one list for both.
        self._batch = PurgeBatch()

    def add_everything(self) -> None:
        """Touch every page there is."""
        self._everything = True

    def add_pages(self, pages: Iterable[Page]) -> None:
        """Touch these pages at their present addresses, as far as they are live."""
        self._batch.add_pages(page for page in pages if page.live)

    def add_parent_of(self, page: Page) -> None:
        """Touch the page above this one, which lists it."""
        if parent := page.get_parent():
            self.add_pages([parent])

    def add_former(self, page: Page) -> None:
        """Touch this page at its address even though it is not live there any more."""
        self._batch.add_page(page)

    def add_showing(self, instance: Model) -> None:
        """Touch the pages that refer to the instance, and those that features registered."""
        for shown in showing(instance):
            if isinstance(shown, str):
                self.add_everything()
            elif isinstance(shown, Views):
                self.add_views(shown)
            else:
                self.add_pages(shown)

    def add_views(self, views: Views) -> None:
        """Touch these views, whose addresses every site has."""
        for site in Site.objects.all():
            self._batch.add_urls(f"{site.root_url}{path}" for path in views.paths)

    def forget(self) -> None:
        """Forget the addresses here first, so that a CDN that asks again gets the new page."""
        if self._everything:
            forget_everything()
        elif self._batch.urls:
            forget(sorted({unquote(urlsplit(url).path) for url in self._batch.urls}))
        if settings.WAGTAILFRONTENDCACHE:
            if self._everything:
                self.add_pages(Page.objects.live().defer_streamfields().iterator())
                for views in kept_views():
                    self.add_views(views)
            self._batch.purge()
