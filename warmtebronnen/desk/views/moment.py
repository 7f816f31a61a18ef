"""What a partner does that holds at once: notices, closing for today, the confidential address."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from wagtail.log_actions import log

from warmtebronnen.desk.access import tenders_only
from warmtebronnen.desk.overview import Attempt, show_place
from warmtebronnen.forms.notices import NoticeForm
from warmtebronnen.forms.private import PrivateAddressForm
from warmtebronnen.models import Tending
from warmtebronnen.upkeep import notices

ADDRESS = "warmtebronnen.private_address"


@tenders_only
@require_POST
def notice(request: HttpRequest, tending: Tending) -> HttpResponse:
    """Make a notice public."""
    form = NoticeForm(request.POST)
    if not form.is_valid():
        return show_place(request, tending, Attempt("notice", form))
    notices.give(form.save(commit=False), tending.place, tending.user)
    messages.success(request, _("Your notice is on the site now."))
    return _back(tending)


@tenders_only
@require_POST
def close_today(request: HttpRequest, tending: Tending) -> HttpResponse:
    """Tell readers that the place is closed today."""
    notices.close_today(tending.place, tending.user)
    messages.success(request, _("Readers see now that you are closed today."))
    return _back(tending)


@tenders_only
@require_POST
def take_back(request: HttpRequest, tending: Tending, number: int) -> HttpResponse:
    """Take a notice of this place back."""
    for one in tending.place.notices.filter(pk=number):
        notices.take_back(one, tending.user)
        messages.success(request, _("Your notice is off the site."))
    return _back(tending)


@sensitive_post_parameters("address")
@tenders_only
@require_POST
def address(request: HttpRequest, tending: Tending) -> HttpResponse:
    """Keep the address of a confidential place."""
    if not tending.place.is_confidential:
        return _back(tending)
    form = PrivateAddressForm(request.POST)
    if not form.is_valid():
        return show_place(request, tending, Attempt("address", form))
    form.save(tending.place)
    log(instance=tending.place, action=ADDRESS, user=tending.user)
    messages.success(request, _("We have kept it."))
    return _back(tending)


def _back(tending: Tending) -> HttpResponse:
    return redirect("partner:place", tending.place_id)
