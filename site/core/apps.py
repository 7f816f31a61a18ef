"""The core app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Base page, block library, design system, images, documents, page cache."""

    name = "core"
    verbose_name = "Core"
