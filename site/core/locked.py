"""A field that is locked in the database and open in Python."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from core.vault import Vault


class LockedTextField(models.TextField):
    """Text that the database holds locked: what people told us in confidence.

    Nothing can be looked up or sorted by it. An empty text is kept as such, so that a query
    can still tell whether there is one.
    """

    def __init__(self, *args: Any, purpose: str = "", **kwargs: Any) -> None:
        """Take what is locked here, in words. Who changes the words loses what was locked.

        Args:
            *args: as any field.
            purpose: what is locked, such as "words of an answer".
            **kwargs: as any field.

        """
        self.purpose = purpose
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        """Return how a migration writes this field, with its purpose."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"purpose": self.purpose}

    def get_prep_value(self, value: Any) -> Any:
        """Return the text as the database keeps it."""
        text = super().get_prep_value(value)
        return Vault(self.purpose).lock_text(text) if text else text

    def from_db_value(self, value: str | None, *_arguments: Any) -> str | None:
        """Return the text as it was given.

        Raises:
            SealedError: its key is gone, or somebody altered it.

        """
        return Vault(self.purpose).unlock_text(value) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Return how to ask whether there is a text; nothing else can be asked.

        Raises:
            FieldError: something else was asked.

        """
        if lookup_name not in {"exact", "isnull"}:
            message = f"{self.name} is locked: nothing can be looked up by it."
            raise FieldError(message)
        return super().get_lookup(lookup_name)
