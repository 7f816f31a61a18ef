"""What the redactieraad adds to the admin; each module registers its own hooks."""

from redactieraad.wagtail_hooks import office, routes, writing

__all__ = ["office", "routes", "writing"]
