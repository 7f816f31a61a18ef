"""The form of a place in the admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from redactieraad.forms.texts import GovernedPageForm
from warmtebronnen.forms.hours import OpeningHoursField


class PlacePageForm(GovernedPageForm):
    """A place's form, with opening hours as people speak of them."""

    hours = OpeningHoursField(label=_("Opening hours"), required=False)
