"""What the directory adds to the admin; each module registers its own hooks."""

from warmtebronnen.wagtail_hooks import importing, log, office, partners, reports

__all__ = ["importing", "log", "office", "partners", "reports"]
