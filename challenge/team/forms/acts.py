"""What the team fills in about a member; each form carries itself out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from challenge.letters.planning import plan_link
from challenge.letters.reading import can_be_mailed
from challenge.links import revoke
from challenge.models import Invitee
from challenge.team.acting import add_contact, mark_address, put_outside
from challenge.vocabulary import AddressStanding, Channel, LetterKind, Outside, Result

MOST_WORDS = 2000
LINES = {"rows": 3}


class ActForm(forms.Form):
    """Something that the team does for one member."""

    def __init__(self, *args: Any, invitee: Invitee, **kwargs: Any) -> None:
        """Take for whom. Several forms stand on one page, so their fields have ids of their own."""
        self.invitee = invitee
        name = type(self).__name__.removesuffix("Form").lower()
        kwargs["auto_id"] = f"{name}-%s"
        super().__init__(*args, **kwargs)

    def carry_out(self, by: Any) -> None:
        """Do it."""
        raise NotImplementedError


class ContactForm(ActForm):
    """An attempt to reach a member."""

    channel = forms.ChoiceField(label=_("How"), choices=Channel.choices, initial=Channel.PHONE)
    result = forms.ChoiceField(
        label=_("What came of it"), choices=Result.choices, initial=Result.NOBODY
    )
    happened_at = forms.DateTimeField(label=_("When"), widget=AdminDateTimeInput)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("Never write here what a member answered, nor anything about their health."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with this moment."""
        super().__init__(*args, **kwargs)
        self.fields["happened_at"].initial = timezone.localtime().replace(second=0, microsecond=0)

    def clean_happened_at(self) -> dt.datetime:
        """Refuse what has not happened yet.

        Raises:
            ValidationError: it lies ahead.

        """
        when: dt.datetime = self.cleaned_data["happened_at"]
        # Clocks differ by some minutes.
        if when > timezone.now() + dt.timedelta(minutes=5):
            raise ValidationError(_("This lies ahead. Write down what has happened."))
        return when

    def carry_out(self, by: Any) -> None:
        """Write it down."""
        add_contact(self.invitee, by, **self.cleaned_data)


class AddressForm(ActForm):
    """What is known of a member's e-mail address."""

    standing = forms.ChoiceField(
        label=_("E-mail address"), choices=AddressStanding.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show what is known."""
        super().__init__(*args, **kwargs)
        self.fields["standing"].initial = self.invitee.address

    def clean_standing(self) -> str:
        """Refuse to call an address verified that nobody has.

        Raises:
            ValidationError: there is none.

        """
        standing: str = self.cleaned_data["standing"]
        if standing == AddressStanding.VERIFIED and not self.invitee.member.email_mark:
            raise ValidationError(_("There is no e-mail address yet."))
        return standing

    def carry_out(self, by: Any) -> None:
        """Write it down, unless it was so already."""
        if self.cleaned_data["standing"] != self.invitee.address:
            mark_address(self.invitee, self.cleaned_data["standing"], by)


class LinkForm(ActForm):
    """A member's personal link: sent once more."""

    def clean(self) -> dict[str, Any]:
        """Refuse what could not be sent.

        Raises:
            ValidationError: there is no address that works, or no words for the letter.

        """
        if not can_be_mailed(self.invitee):
            raise ValidationError(_("There is no e-mail address that works."))
        if not self.invitee.campaign.letters.filter(kind=LetterKind.LINK).exists():
            raise ValidationError(_("Write the words of this letter first, at the campaign."))
        return super().clean() or {}

    def carry_out(self, by: Any) -> None:
        """Send it."""
        plan_link(self.invitee, by)


class RevokeForm(ActForm):
    """A member's personal links: none works any more."""

    def carry_out(self, by: Any) -> None:
        """Withdraw them."""
        revoke(self.invitee, by)


class OutsideForm(ActForm):
    """Whether a member counts."""

    why = forms.ChoiceField(
        label=_("Outside the count"),
        choices=[("", _("No, this member counts")), *Outside.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    since = forms.DateField(label=_("Since"), required=False, widget=AdminDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show how it is."""
        super().__init__(*args, **kwargs)
        self.fields["why"].initial = self.invitee.outside
        self.fields["since"].initial = self.invitee.outside_since

    def clean(self) -> dict[str, Any]:
        """Ask since when."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("why") and not data.get("since") and "since" not in self.errors:
            self.add_error("since", _("Say from which day."))
        return data

    def carry_out(self, by: Any) -> None:
        """Write it down."""
        put_outside(self.invitee, self.cleaned_data["why"], self.cleaned_data["since"], by)
