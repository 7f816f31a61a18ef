"""The forms of the logbook: choosing a week, an entry, who may read it, stopping."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from challenge import amounts
from challenge.logbook.keeping import Text
from challenge.logbook.kinds import kinds_of
from challenge.logbook.photos import prepared
from challenge.logbook.standing import begun_days, first_days
from challenge.models import Campaign, Entry, Week
from challenge.vocabulary import Audience, Spending
from core.security.forms import PictureField

LONGEST = 4000
# What phones make, and what they turn their own kinds into for who asks for these.
PICTURES = "image/jpeg,image/png,image/webp"


class WeekForm(forms.Form):
    """Choosing the first of seven days, with a phone's own calendar."""

    starts_on = forms.DateField(label=_("The first day of your week"))

    def __init__(self, *args: Any, campaign: Campaign, today: dt.date, **kwargs: Any) -> None:
        """Take between which days one can choose."""
        super().__init__(*args, **kwargs)
        self.bounds = first_days(campaign, today) or (today, today)
        first, last = self.bounds
        field = self.fields["starts_on"]
        field.widget = forms.DateInput(
            attrs={"type": "date", "min": first.isoformat(), "max": last.isoformat()},
            format="%Y-%m-%d",
        )
        field.help_text = _("From %(first)s to %(last)s.") % {
            "first": date_format(first, "DATE_FORMAT"),
            "last": date_format(last, "DATE_FORMAT"),
        }

    def clean_starts_on(self) -> dt.date:
        """Refuse a week that began already, or that ends too late.

        Raises:
            ValidationError: it does.

        """
        day: dt.date = self.cleaned_data["starts_on"]
        if not self.bounds[0] <= day <= self.bounds[1]:
            raise ValidationError(self.fields["starts_on"].help_text)
        return day


class AmountField(forms.CharField):
    """An amount as people type it; cents once it is read. Nothing is nothing spent."""

    def __init__(self, **kwargs: Any) -> None:
        """Show a phone's keys for numbers."""
        attrs = {"inputmode": "decimal", "autocomplete": "off", "placeholder": "0,00"}
        super().__init__(required=False, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the cents.

        Raises:
            ValidationError: it is no amount that can be kept.

        """
        text = super().clean(value)
        try:
            return amounts.parse(text) if text else 0
        except amounts.AmountError as error:
            raise ValidationError(error.message) from error


class PhotoField(PictureField):
    """A photo, said to be too large in words that name the largest."""

    def __init__(self, **kwargs: Any) -> None:
        """Say what becomes of it, in place of Wagtail's words, which are fixed in one language."""
        super().__init__(**kwargs)
        self.help_text = _("What your phone wrote into it, such as the place, is taken out.")

    def check_image_file_size(self, f: Any) -> None:
        """Refuse a photo that is too large.

        Raises:
            ValidationError: it is.

        """
        if self.max_upload_size is not None and f.size > self.max_upload_size:
            message = _("This photo is too large (%(size)s). At most %(most)s.")
            params = {
                "size": filesizeformat(f.size),
                "most": filesizeformat(self.max_upload_size),
            }
            raise ValidationError(message, code="file_too_large", params=params)


class EntryForm(forms.Form):
    """What was spent or lived through on one day."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput, initial=0)
    day = forms.DateField(label=_("Day"))
    amount = AmountField(label=_("Amount in euros"))
    spending = forms.ChoiceField(label=_("What for"), initial=Spending.FOOD.value)
    words = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    photo = PhotoField(
        label=_("Photo"), required=False, widget=forms.FileInput(attrs={"accept": PICTURES})
    )
    drops_photo = forms.BooleanField(label=_("Remove this photo"), required=False)
    audience = forms.ChoiceField(
        label=_("Who may read it"),
        choices=Audience.choices,
        initial=Audience.PRIVATE,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, week: Week, today: dt.date, **kwargs: Any) -> None:
        """Offer the days that are there, and the kinds of spending that the amount is for first."""
        super().__init__(*args, **kwargs)
        self.week, self.days = week, begun_days(week, today)
        days = [(day.isoformat(), date_format(day, "l j F")) for day in reversed(self.days)]
        self.fields["day"].widget = forms.Select(choices=days)
        spending: Any = self.fields["spending"]
        spending.choices = kinds_of(week.invitee.campaign)
        if not self.initial.get("has_photo"):
            del self.fields["drops_photo"]
        self.initial.setdefault("day", self.days[-1].isoformat() if self.days else "")

    def clean_day(self) -> dt.date:
        """Refuse a day that is none of this week's, or that is still to come.

        Raises:
            ValidationError: it is.

        """
        day: dt.date = self.cleaned_data["day"]
        if day not in self.week.days:
            raise ValidationError(_("This day is not in your week."))
        if day not in self.days:
            raise ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse an entry with nothing in it."""
        data = self.cleaned_data
        is_empty = not any(data.get(name) for name in ("amount", "words", "photo"))
        keeps_photo = bool(self.initial.get("has_photo")) and not data.get("drops_photo")
        if is_empty and not keeps_photo and not self.errors:
            self.add_error("amount", _("Fill in an amount, write something, or choose a photo."))
        return data

    @property
    def text(self) -> Text:
        """Return what was written, ready to be kept."""
        data = self.cleaned_data
        upload = data.get("photo")
        return Text(
            day=data["day"],
            spending=data["spending"] if data["amount"] else "",
            cents=data["amount"],
            # Browsers send line ends in two letters; the same text must be the same.
            words="\n".join(data["words"].splitlines()),
            audience=data["audience"],
            photo=prepared(upload) if upload else None,
            drops_photo=data.get("drops_photo", False),
        )


class AudienceForm(forms.Form):
    """Who may read an entry."""

    audience = forms.ChoiceField(
        label=_("Who may read it"), choices=Audience.choices, widget=forms.RadioSelect
    )


class StopForm(forms.Form):
    """Why somebody stops, if they want to tell, and to whom."""

    words = forms.CharField(
        label=_("Why I stop"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    audience = forms.ChoiceField(
        label=_("Who may read it"),
        choices=Audience.choices,
        initial=Audience.PRIVATE,
        widget=forms.RadioSelect,
    )


def values_of(entry: Entry) -> dict[str, Any]:
    """Return an entry as its form begins with it."""
    return {
        "key": entry.key,
        "seen": entry.version,
        "day": entry.day.isoformat(),
        "amount": amounts.written(entry.cents),
        "spending": entry.spending or Spending.FOOD.value,
        "words": entry.words,
        "audience": entry.audience,
        "has_photo": bool(entry.photo),
    }
