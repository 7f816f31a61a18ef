"""The page cache as an app of its own, listed last."""

from django.apps import AppConfig


class PageCacheConfig(AppConfig):
    """Finished pages for anonymous readers."""

    name = "core.pagecache"
    verbose_name = "Page cache"

    def ready(self) -> None:
        """Listen to changes, and check the settings."""
        from core.pagecache import changes, checks  # noqa: F401, PLC0415
