"""Printing postcards, and writing down to whom one was handed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wagtail.admin import messages

from challenge.models import Invitee
from challenge.team.access import CampaignView
from challenge.team.acting import add_contact
from challenge.team.postcards.content import SIZES, postcards
from challenge.team.selectors import rows_of
from challenge.vocabulary import Channel, Result, Stage
from core.typesetting import CannotTypesetError, typeset

TEMPLATE = Path(__file__).parent / "postcard.typ"
# A sheet takes well under a second.
SECONDS = 60
PRINTS = (Stage.PREPARING, Stage.RUNNING)


class PostcardsView(CampaignView):
    """Chooses for whom, and prints."""

    template_name = "challenge/team/postcards.html"
    part = gettext_lazy("Postcards")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add who can get one, and who got one."""
        rows = rows_of(self.campaign, timezone.now(), outside="")
        had = Invitee.objects.filter(contacts__channel=Channel.POSTCARD, campaign=self.campaign)
        return super().get_context_data(
            rows=rows,
            had=set(had.values_list("pk", flat=True)),
            can_print=self.campaign.stage in PRINTS and bool(self.campaign.postcard_words),
            is_over=self.campaign.stage not in PRINTS,
            **kwargs,
        )

    def post(self, request: HttpRequest, campaign: int) -> HttpResponse:
        """Return the cards as a PDF. Each has a link of its own, so that it is kept nowhere."""
        chosen, size = self.chosen(), request.POST.get("size", "")
        context = self.get_context_data()
        if not context["can_print"] or size not in SIZES or not chosen:
            messages.error(request, _("Choose at least one member."))
            return redirect("challenge_team:postcards", campaign)
        try:
            with transaction.atomic():
                data, files = postcards(self.campaign, chosen, size, request.user, timezone.now())
                pdf = typeset(TEMPLATE, data, files, SECONDS)
        except CannotTypesetError:
            messages.error(request, _("The cards could not be made. Try again in a minute."))
            return redirect("challenge_team:postcards", campaign)
        response = HttpResponse(pdf, content_type="application/pdf")
        name = f"kaarten-{self.campaign.slug}-{size}.pdf"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def chosen(self) -> list[Invitee]:
        """Return the members whose boxes are ticked."""
        ticked = set(self.request.POST.getlist("who"))
        inside = Invitee.objects.inside().filter(campaign=self.campaign)
        people = inside.select_related("member", "campaign").order_by("member__sort_name")
        return [
            one for one in people.defer("member__email", "member__phone") if str(one.pk) in ticked
        ]


class HandedOverView(PostcardsView):
    """Writes down to whom a card was handed."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, campaign: int) -> HttpResponse:
        """Add a contact for each."""
        chosen = self.chosen()
        with transaction.atomic():
            for invitee in chosen:
                over = {"channel": Channel.POSTCARD, "result": Result.HANDED_OVER}
                add_contact(invitee, request.user, **over)
        number = len(chosen)
        said = ngettext("Written down: %(number)s card.", "Written down: %(number)s cards.", number)
        messages.success(request, said % {"number": number})
        return redirect("challenge_team:postcards", campaign)
