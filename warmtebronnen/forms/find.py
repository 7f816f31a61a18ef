"""The form by which residents find a place: by address, so that it can be shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from warmtebronnen.directory.entries import YES
from warmtebronnen.directory.listing import PlaceList
from warmtebronnen.directory.postcodes import PostcodeError, centre_of
from warmtebronnen.directory.query import DAYS, FLAGS, NOW
from warmtebronnen.vocabulary import SPOKEN, Need

Choice = tuple[str, str]


class FindForm(forms.Form):
    """What a place must have. Each option says how many places it would leave."""

    wat = forms.ChoiceField(label=gettext_lazy("What do you need?"), required=False)
    postcode = forms.CharField(
        label=gettext_lazy("Near your postcode"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "size": 9}),
    )
    gebied = forms.ChoiceField(label=gettext_lazy("Area"), required=False)
    wijk = forms.ChoiceField(label=gettext_lazy("Neighbourhood"), required=False)
    open = forms.ChoiceField(label=gettext_lazy("When is it open?"), required=False)
    taal = forms.ChoiceField(label=gettext_lazy("Which language is spoken?"), required=False)
    gratis = forms.BooleanField(required=False)
    zonderverwijzing = forms.BooleanField(required=False)
    rolstoel = forms.BooleanField(required=False)

    flags = {
        "gratis": gettext_lazy("Free of charge"),
        "zonderverwijzing": gettext_lazy("No referral needed"),
        "rolstoel": gettext_lazy("Room for a wheelchair"),
    }

    def __init__(self, places: PlaceList) -> None:
        """Take the list; what was asked of it is filled in."""
        asked = places.asked
        super().__init__({**asked.values, "postcode": asked.postcode})
        self.places = places
        self.names: dict[tuple[str, str], str] = {}
        self.label_suffix = ""
        for name, choices in (
            ("wat", self._needs()),
            ("gebied", self._names("gebied")),
            ("wijk", self._neighbourhoods()),
            ("open", self._moments()),
            ("taal", self._languages()),
        ):
            field: Any = self.fields[name]
            field.choices = [("", _("Does not matter")), *choices]
        for name in FLAGS:
            field = self.fields[name]
            field.label = self._counted(name, YES, self.flags[name])[1]
            field.widget = forms.CheckboxInput(attrs={"value": YES}, check_test=bool)

    def clean_postcode(self) -> str:
        """Refuse a postcode that leads nowhere; what was typed stays in the field.

        Raises:
            ValidationError: it is none, or one outside Rotterdam.

        """
        postcode: str = self.cleaned_data["postcode"]
        if postcode:
            try:
                centre_of(postcode)
            except PostcodeError as error:
                raise forms.ValidationError(str(error)) from error
        return postcode

    @property
    def is_used(self) -> bool:
        """Return whether anything is asked beyond what one needs."""
        return bool(self.places.asked.values or self.places.asked.postcode)

    def chosen(self, facet: str) -> str:
        """Return the name of what was chosen, or of the question where it is not an option."""
        value = self.places.asked.values[facet]
        return self.names.get((facet, value), str(self.fields[facet].label))

    @property
    def is_used_further(self) -> bool:
        """Return whether one of the questions behind the fold is answered."""
        return bool(self.places.asked.values.keys() - {"wat"})

    def _counted(self, facet: str, value: str, name: str | Promise) -> Choice:
        self.names[facet, value] = str(name)
        return value, f"{name} ({self.places.number(facet, value)})"

    def _needs(self) -> Iterator[Choice]:
        there = self.places.values("wat")
        return (self._counted("wat", need, need.label) for need in Need if need.value in there)

    def _names(self, facet: str, values: Iterable[str] | None = None) -> list[Choice]:
        """Return areas or neighbourhoods in the order of their names."""
        names = self.places.directory.names[facet]
        found = self.places.values(facet) if values is None else values
        return [
            self._counted(facet, value, names[value])
            for value in sorted(found, key=lambda value: names[value])
        ]

    def _neighbourhoods(self) -> list[Any]:
        """Return the neighbourhoods by area: those of the area that was chosen, if one was."""
        places = self.places
        area = places.asked.values.get("gebied")
        areas = [area] if area in places.values("gebied") else places.values("gebied")
        names, within = places.directory.names["gebied"], places.directory.within
        by_area: dict[str, list[str]] = {}
        for value in places.values("wijk"):
            by_area.setdefault(within[value], []).append(value)
        return [
            (names[key], self._names("wijk", by_area[key]))
            for key in sorted(areas, key=lambda key: names[key])
            if key in by_area
        ]

    def _moments(self) -> Iterator[Choice]:
        yield self._counted("open", NOW, _("Open now"))
        for day, name in zip(DAYS, WEEKDAYS.values(), strict=True):
            yield self._counted("open", day, name)

    def _languages(self) -> list[Choice]:
        """Return the languages, each by its own name and by the reader's, in the order of those."""
        found = [
            self._counted("taal", code, _named(SPOKEN[code].own_name, str(SPOKEN[code].name)))
            for code in self.places.values("taal")
            if code in SPOKEN
        ]
        return sorted(found, key=lambda choice: choice[1].casefold())


def _named(own_name: str, name: str) -> str:
    return own_name if own_name.casefold() == name.casefold() else f"{own_name}, {name}"
