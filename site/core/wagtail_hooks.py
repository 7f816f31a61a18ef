"""What core changes in Wagtail."""

from __future__ import annotations

from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from core.richtext import ExternalLinkHandler, PageLinkHandler


@hooks.register("register_rich_text_features", order=10)  # after Wagtail's own
def draw_links(features: FeatureRegistry) -> None:
    """Draw the links of running text our way."""
    features.register_link_type(PageLinkHandler)
    features.register_link_type(ExternalLinkHandler)
