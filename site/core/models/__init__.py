"""The models that every app builds on."""

from core.models.clock import PeriodicRun
from core.models.documents import SiteDocument
from core.models.images import SiteImage, SiteRendition
from core.models.pages import BasePage, ContentPage, Part

__all__ = [
    "BasePage",
    "ContentPage",
    "Part",
    "PeriodicRun",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
]
