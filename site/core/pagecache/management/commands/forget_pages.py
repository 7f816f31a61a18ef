"""Forget all cached pages: after a release, or a change past Django."""

from django.core.management.base import BaseCommand

from core.pagecache.touched import Touched


class Command(BaseCommand):
    """Make every page be rendered anew, here and in the CDN."""

    help = "Forget all cached pages, here and in the CDN."

    def handle(self, *args: object, **options: object) -> None:
        """Forget everything."""
        touched = Touched()
        touched.add_everything()
        touched.forget()
        self.stdout.write("All pages are forgotten.")
