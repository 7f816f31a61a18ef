"""Model fields of our own."""

from __future__ import annotations

from typing import Any

from django.db import models

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """A StreamField that keeps its block definitions out of migrations.

    Blocks change often and never change the database column, so a migration for
    each of them is noise. The price: a data migration that needs the blocks must
    declare them itself. See docs/decisions/0003-blocks-out-of-migrations.md.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Accept no block types, as a migration gives them."""
        super().__init__(*(args or ([],)), **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return how a migration writes this field: without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        kwargs.pop("block_types", None)
        return name, path, [], kwargs


def picture_field(verbose_name: Any, **options: Any) -> models.ForeignKey[Any, Any]:
    """Return a field for a picture that may be left out, and may be deleted under it.

    Args:
        verbose_name: what editors see.
        **options: further options of the field, such as `help_text`.

    """
    return models.ForeignKey(
        "core.SiteImage",
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        **options,
    )
