"""The page of one place at the desk, also after something on it did not come through."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from redactieraad.admin.situation import situation_of
from redactieraad.forms.answers import AnswerForm
from warmtebronnen.desk.facts import facts_of
from warmtebronnen.desk.standing import standings_of
from warmtebronnen.forms.notices import NoticeForm
from warmtebronnen.forms.private import PrivateAddressForm
from warmtebronnen.models import Notice, Tending, WarmtebronPage


@dataclass(frozen=True)
class Attempt:
    """A form that did not come through, with what was typed.

    Attributes:
        kind: which form it is: `notice`, `address` or `answer`.
        form: the form.

    """

    kind: str
    form: BaseForm


def show_place(
    request: HttpRequest, tending: Tending, attempt: Attempt | None = None
) -> HttpResponse:
    """Answer with the page of a place."""
    now = timezone.now()
    place = WarmtebronPage.objects.with_confirmation().get(pk=tending.place_id)
    (standing,) = standings_of([place], now)
    notices = Notice.objects.filter(place=place, withdrawn_at=None)
    forms: dict[str, BaseForm | None] = {
        "notice": NoticeForm(),
        "address": _address_form(place),
        "answer": AnswerForm(),
    }
    if attempt:
        forms[attempt.kind] = attempt.form
    context = {
        "tending": tending,
        "place": place,
        "standing": standing,
        "facts": facts_of(place),
        "situation": situation_of(place, request.user),
        "notices": notices.filter(ends_on__gte=timezone.localdate(now)),
        "tenders": Tending.objects.filter(place=place).select_related("user"),
        "forms": forms,
        "attempt": attempt,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if attempt else HTTPStatus.OK
    return render(request, "warmtebronnen/partner/place.html", context, status=status)


def _address_form(place: WarmtebronPage) -> PrivateAddressForm | None:
    return PrivateAddressForm.of(place) if place.is_confidential else None
