"""The site's sections and footer in every language; features register theirs in `ready()`."""

from __future__ import annotations

from django.utils.functional import Promise

# Keyed by the slug of the section's Dutch page.
_labels: dict[str, str | Promise] = {}
# The slugs of Dutch pages, in the order of the footer.
_footer: list[str] = []
# What the footer leads to that is no page: the name of each address, and what it is called.
_footer_views: dict[str, str | Promise] = {}


def register_section(slug: str, label: str | Promise) -> None:
    """Give the section whose Dutch page has this slug its name in every language."""
    _labels[slug] = label


def section_label(slug: str, default: str) -> str | Promise:
    """Return the registered name of the section, or `default` where nobody registered one."""
    return _labels.get(slug, default)


def register_footer(*slugs: str) -> None:
    """Put the pages whose Dutch versions have these slugs in the footer, in this order."""
    _footer.extend(slugs)


def register_footer_view(name: str, label: str | Promise) -> None:
    """Put a view in the footer, below the pages: by its name, in every language."""
    _footer_views[name] = label


def footer_views() -> dict[str, str | Promise]:
    """Return the views in the footer: what each is called, by the name of its address."""
    return dict(_footer_views)


def footer_slugs() -> tuple[str, ...]:
    """Return the slugs of the Dutch pages in the footer."""
    return tuple(_footer)
