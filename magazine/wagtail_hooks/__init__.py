"""What the magazine adds to the admin; each module registers its own hooks."""

from magazine.wagtail_hooks import consents, newsletter

__all__ = ["consents", "newsletter"]
