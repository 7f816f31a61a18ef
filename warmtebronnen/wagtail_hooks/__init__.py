"""What the directory adds to the admin; each module registers its own hooks."""

from warmtebronnen.wagtail_hooks import log, reports

__all__ = ["log", "reports"]
