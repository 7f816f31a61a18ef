"""Tables to which is only ever added."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class AppendOnlyError(TypeError):
    """Somebody tried to change or remove what is kept for good."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("This record is append-only: it is never changed or removed.")


class AppendOnlyQuerySet(models.QuerySet[M]):
    """Refuses to change or remove."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError


class AppendOnly(models.Model):
    """A row that is written once."""

    class Meta:
        """Never a table of its own."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row the first time.

        Raises:
            AppendOnlyError: it was written before.

        """
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnlyError
