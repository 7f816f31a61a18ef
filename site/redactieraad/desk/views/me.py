"""A member's own page."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.devices import devices_of
from redactieraad.desk.access import council_only
from redactieraad.desk.forms import MeForm
from redactieraad.models import Member


@council_only
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest, member: Member) -> HttpResponse:
    """Show a member what is known about them, and let them change what is theirs."""
    form = MeForm(request.POST or None, instance=Member.objects.get(pk=member.pk))
    if form.is_valid():
        form.save()
        messages.success(request, _("We have kept it."))
        return redirect("redactieraad:me")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    devices = devices_of(member.user, timezone.now())
    context = {"member": member, "form": form, "devices": devices}
    return render(request, "redactieraad/me.html", context, status=status)


@council_only
@require_POST
def letters(request: HttpRequest, member: Member) -> HttpResponse:
    """Make the letters of the desk larger, or usual again, and go back to the text."""
    member.larger_letters = not member.larger_letters
    member.save(update_fields=["larger_letters"])
    onwards = request.POST.get("next", "")
    here = {request.get_host()}
    is_ours = url_has_allowed_host_and_scheme(onwards, here, require_https=request.is_secure())
    return redirect(onwards if is_ours else reverse("redactieraad:desk"))
