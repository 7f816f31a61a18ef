"""A form field for opening hours that people can fill in; its value is the syntax."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from warmtebronnen import hours
from warmtebronnen.forms.hours_editor import MORE, Editor


class OpeningHoursWidget(forms.Widget):
    """The form within the form; it works without a script."""

    template_name = "warmtebronnen/hours/editor.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, can_ask: bool = False) -> None:
        """Take whether the form that this is in answers to the button for more rows.

        In the admin it does not: a draft is saved there, and comes back with more.
        """
        super().__init__(attrs)
        self.can_ask = can_ask

    class Media:
        """In the admin the form needs its own look; the site's stylesheet has it already."""

        css = {"all": ["css/admin/opening-hours.css"]}

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        """Draw the form, filled with hours or with what was typed."""
        editor = value if isinstance(value, Editor) else Editor(name, value or "")
        context = {
            "editor": editor,
            "attrs": self.build_attrs(self.attrs, attrs),
            "more": f"{name}-{MORE}" if self.can_ask else "",
        }
        if editor.cannot_show:
            context |= _shown(editor.was)
        return render_to_string(self.template_name, context)

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Editor:
        """Return what was typed."""
        return Editor(name, data=data)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Tell whether the form was not sent at all."""
        return f"{name}-rest-was" not in data

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Name no single field: the legend is about all of them."""
        return ""


class OpeningHoursField(forms.Field):
    """Opening hours; nothing filled in means that they are not known."""

    widget = OpeningHoursWidget

    def clean(self, value: Editor) -> str:
        """Return the hours in OpenStreetMap's syntax."""
        if value.faults:
            raise ValidationError(value.faults)
        if self.required and not value.spec:
            raise ValidationError(self.error_messages["required"], code="required")
        return value.spec

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Tell whether other hours were filled in."""
        return bool(data.faults) or data.spec != (initial or "")


def _shown(spec: str) -> dict[str, Any]:
    """Return hours that the form cannot show, as words or as this week's table."""
    today = timezone.localdate(timezone=hours.ZONE)
    try:
        return {"summary": hours.summary(spec), "days": hours.week(spec, today), "today": today}
    except hours.HoursError:
        return {"unreadable": spec}
