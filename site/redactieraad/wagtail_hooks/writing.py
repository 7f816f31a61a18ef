"""What helping to write adds to Wagtail; `wagtail_hooks` loads it."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail import hooks

from redactieraad.writing.views import help_about


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Let the editor's page ask for help about a text."""
    one = "redactieraad/schrijfhulp/<int:type_id>/<str:key>/"
    return [path(one, help_about, name="redactieraad_writing")]


@hooks.register("insert_editor_js")
def script() -> SafeString:
    """Have the help follow what is written."""
    return format_html('<script src="{}" defer></script>', static("js/writing-help.js"))


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """Draw the help."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/writing-help.css"))
