"""What the challenge adds to the admin; each module registers its own hooks."""

from challenge.wagtail_hooks import embargo, publication, team

__all__ = ["embargo", "publication", "team"]
