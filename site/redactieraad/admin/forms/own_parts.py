"""The form for what is not translated, but made anew in each language."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.forms import BaseModelForm, ModelForm, modelform_factory

from wagtail.admin.forms.models import formfield_for_dbfield


class OwnPartsForm(ModelForm):
    """The fields of a text that belong to one language; the rest of it is not looked at."""

    def _get_validation_exclusions(self) -> set[str]:
        """Hold only the fields of this form to their rules: the others may still be a draft's."""
        here = set(self.fields)
        return {field.name for field in self.instance._meta.fields if field.name not in here}

    def validate_unique(self) -> None:
        """Ask nothing of the other fields."""


def own_parts_form(model: type[models.Model], names: tuple[str, ...]) -> type[BaseModelForm[Any]]:
    """Return the form for these fields, with the widgets that editors know."""
    return modelform_factory(
        model, form=OwnPartsForm, fields=names, formfield_callback=formfield_for_dbfield
    )
