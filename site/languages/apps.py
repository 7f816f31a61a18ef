"""The languages app."""

from django.apps import AppConfig

from core.pagecache.registry import register_named_on_all_pages


class LanguagesConfig(AppConfig):
    """Holds the list of languages, the switcher and the fallback for untranslated pages."""

    name = "languages"
    verbose_name = "Languages"

    def ready(self) -> None:
        """Tell the page cache that the footer's pages stand on every page."""
        from languages.named_pages import is_in_footer  # noqa: PLC0415 - models come first

        register_named_on_all_pages(is_in_footer)
