"""What core changes in Wagtail."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.rich_text.feature_registry import FeatureRegistry

from core.ranges import serve_part
from core.richtext import ExternalLinkHandler, PageLinkHandler
from core.styleguide.views import styleguide


@hooks.register("register_rich_text_features", order=10)  # after Wagtail's own
def draw_links(features: FeatureRegistry) -> None:
    """Draw the links of running text our way."""
    features.register_link_type(PageLinkHandler)
    features.register_link_type(ExternalLinkHandler)


# After Wagtail's own, which asks who may read the file.
hooks.register("before_serve_document", serve_part, order=10)


@hooks.register("register_admin_urls")
def styleguide_address() -> list[URLPattern]:
    """Put the style guide inside the admin, where Wagtail lets only its users in."""
    return [path("stijlgids/", styleguide, name="styleguide")]


@hooks.register("register_help_menu_item")
def styleguide_in_help_menu() -> MenuItem:
    """Let editors find the style guide."""
    return MenuItem(_("Style guide"), reverse("styleguide"), icon_name="view", order=900)


@hooks.register("insert_global_admin_css", order=-1)  # apps build on it
def large_letters() -> SafeString:
    """Cut nothing off where letters are large or the screen is small."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/large-letters.css"))
