"""Model fields of our own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

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


class HttpsURLField(models.URLField):
    """An address on the web that a reader can follow safely: https only.

    What is typed without a scheme gets https, so that `www.cbs.nl` is right.
    """

    default_validators = [
        URLValidator(
            schemes=["https"],
            message=_("Give a full address that starts with https://."),
        )
    ]

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Return a form field that adds https:// to an address without a scheme."""
        return super().formfield(**{"assume_scheme": "https"} | kwargs)


class CodesField(models.JSONField):
    """Some of a fixed list of codes, such as the languages that are spoken somewhere.

    Kept as a list in the order of the fixed one, so that the same choice is the same text.
    The fixed list stays out of migrations: it may grow without one.
    """

    def __init__(self, *args: Any, codes: Iterable[tuple[str, Any]] = (), **kwargs: Any) -> None:
        """Take the codes that may be chosen, each with its name."""
        self.codes = list(codes)
        options: dict[str, Any] = {"default": list, "blank": True} | kwargs
        super().__init__(*args, **options)

    def to_python(self, value: Any) -> Any:
        """Return what was chosen as a list in the order of the fixed one."""
        value = super().to_python(value)
        if not isinstance(value, list | tuple | set):
            return value
        return [code for code, _name in self.codes if code in value] + [
            code for code in value if code not in dict(self.codes)
        ]

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse what is no list of known codes.

        Raises:
            ValidationError: it names a code that is not in the fixed list.

        """
        super().validate(value, model_instance)
        if not isinstance(value, list) or not set(map(str, value)) <= dict(self.codes).keys():
            raise ValidationError(_("Choose from the list."), code="invalid_choice")

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Return a row of boxes to tick."""
        options: dict[str, Any] = {
            "form_class": forms.MultipleChoiceField,
            "choices": self.codes,
            "widget": forms.CheckboxSelectMultiple,
        }
        # Django compares with a hidden copy where the default is made anew each time.
        options["show_hidden_initial"] = False
        return models.Field.formfield(self, **options | kwargs)
