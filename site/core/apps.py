"""The core app."""

from django.apps import AppConfig
from django.conf import settings

from core.catalogues import mend_catalogues


class CoreConfig(AppConfig):
    """Base page, block library, design system, images, documents, page cache."""

    name = "core"
    verbose_name = "Core"

    def ready(self) -> None:
        """See to it that every language can be read, and that the clock ticks."""
        from core import comparisons, indexes, reindexing  # noqa: PLC0415 - models are only now there
        from core.clock import chores, ticking  # noqa: PLC0415

        chores.register()
        ticking.connect()
        indexes.connect(self)
        comparisons.register()
        reindexing.connect()
        mend_catalogues(settings.LOCALE_PATHS)
