"""The form in which Beheer invites somebody to tend a place."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminPageChooser

from accounts.models import User
from languages.registry import SOURCE
from warmtebronnen.models import Tending, WarmtebronPage
from warmtebronnen.partners.invitations import Invited, invite


class InvitationForm(WagtailAdminModelForm):
    """Who, for which place, and in which language to write to them."""

    email = forms.EmailField(label=_("E-mail address"))
    first_name = forms.CharField(label=_("First name"), max_length=150, required=False)
    last_name = forms.CharField(label=_("Last name"), max_length=150, required=False)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        initial=SOURCE,
        help_text=_("In which we write to this person."),
    )

    class Meta:
        """The place."""

        model = Tending
        fields = ["place"]
        widgets = {"place": AdminPageChooser(target_models=[WarmtebronPage])}

    def clean_email(self) -> str:
        """Refuse the address of an account that was closed.

        Raises:
            ValidationError: it was.

        """
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email, is_active=False).exists():
            raise ValidationError(_("This account was closed. Open it again under Users."))
        return email

    def clean_place(self) -> WarmtebronPage:
        """Return the place itself, also where a translation of it was chosen.

        Raises:
            ValidationError: only a translation is left of it.

        """
        chosen = self.cleaned_data["place"]
        family = WarmtebronPage.objects.originals()
        place = family.filter(translation_key=chosen.translation_key).first()
        if place is None:
            raise ValidationError(_("This is a translation of a place that is gone."))
        return place

    def clean(self) -> dict[str, Any]:
        """Refuse to invite who tends the place already."""
        data = super().clean()
        email, place = data.get("email"), data.get("place")
        if email and place and place.tendings.filter(user__email=email).exists():
            self.add_error("email", _("This person looks after this place already."))
        return data

    def save(self, commit: bool = True) -> Tending:  # noqa: FBT001, FBT002 - Django's signature
        """Invite."""
        data = self.cleaned_data
        names = {name: data[name] for name in ("email", "first_name", "last_name", "language")}
        self.instance = invite(Invited(**names), data["place"], self.for_user)
        return self.instance
