"""The languages app."""

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    """Holds the list of languages, the switcher and the fallback for untranslated pages."""

    name = "languages"
    verbose_name = "Languages"
