"""The members of a campaign: the list, and a page for each with all that can be done."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin import messages

from challenge.models import Correction, Happening, Invitee
from challenge.selectors import asked_in
from challenge.team.access import CampaignView
from challenge.team.forms.acts import (
    ActForm,
    AddressForm,
    ContactForm,
    LinkForm,
    OutsideForm,
    RevokeForm,
)
from challenge.team.forms.filter import MemberFilterForm, outcome_words
from challenge.team.forms.joining import JoinForm
from challenge.team.forms.judging import ReplyForm, RulingForm
from challenge.team.inviting import OPEN
from challenge.team.selectors import Row, is_unsure, rows_of
from challenge.team.views.log import lines_of
from challenge.vocabulary import FactKey

PER_PAGE = 50
SEES_ADDRESSES = "challenge.change_councilmember"
# What can be done for a member, by the last part of its address.
ACTS: dict[str, type[ActForm]] = {
    "contact": ContactForm,
    "adres": AddressForm,
    "link": LinkForm,
    "intrekken": RevokeForm,
    "buiten": OutsideForm,
    "oordeel": RulingForm,
    "antwoord": ReplyForm,
}


class MembersView(CampaignView):
    """The list."""

    template_name = "challenge/team/members.html"
    part = gettext_lazy("Members")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the members that are asked for."""
        form = MemberFilterForm(self.request.GET, campaign=self.campaign)
        rows = form.kept(rows_of(self.campaign, timezone.now()))
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        asked = self.request.GET.copy()
        asked.pop("p", None)
        return super().get_context_data(
            form=form,
            page=page,
            asked=asked.urlencode(),
            outcomes=outcome_words(),
            can_join=self.campaign.stage in OPEN,
            **kwargs,
        )


class MemberView(CampaignView):
    """A member, with all that happened and all that can be done."""

    template_name = "challenge/team/member.html"
    row: Row

    def get_page_title(self) -> str:
        """Return who it is."""
        return str(self.row.invitee.member)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, by the list."""
        address = reverse("challenge_team:members", args=[self.campaign.pk])
        items = [*super().get_breadcrumbs_items(), {"url": address, "label": _("Members")}]
        return [*items, {"url": "", "label": self.get_page_title()}]

    def find(self, number: int) -> Invitee:
        """Find the member.

        Raises:
            Http404: there is none of this number in this campaign.

        """
        found = rows_of(self.campaign, timezone.now(), pk=number)
        if not found:
            raise Http404
        (self.row,) = found
        return self.row.invitee

    def get(self, request: HttpRequest, campaign: int, invitee: int) -> HttpResponse:
        """Show the page."""
        self.find(invitee)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, attempt: tuple[str, ActForm] | None = None, **kwargs: Any) -> Any:
        """Add all that is known, and the forms; one of them perhaps with what is wrong in it."""
        invitee = self.row.invitee
        forms = {name: form(invitee=invitee) for name, form in ACTS.items()}
        forms |= dict([attempt] if attempt else [])
        now = timezone.now()
        (asked,) = asked_in(self.campaign, now, [invitee])
        facts = zip(FactKey.labels, asked.established.facts or (), strict=False)
        waiting = invitee.corrections.filter(standing=Correction.Standing.OPEN)
        return super().get_context_data(
            row=self.row,
            invitee=invitee,
            forms=forms,
            outcome=outcome_words()[self.row.outcome],
            sees_addresses=self.request.user.has_perm(SEES_ADDRESSES),
            established=asked.established,
            facts=list(facts),
            statement=asked.statement,
            # The words of answers and logbooks are not the team's to read before all may.
            answers=invitee.answers.defer("words"),
            contacts=invitee.contacts.select_related("by"),
            letters=[(letter, is_unsure(letter, now)) for letter in invitee.letters.all()],
            corrections=invitee.corrections.select_related("replied_by"),
            waiting=waiting.order_by("asked_at").first(),
            rulings=invitee.rulings.select_related("made_by"),
            lines=lines_of(Happening.objects.filter(invitee=invitee)),
            **kwargs,
        )


class ActView(MemberView):
    """Does something for a member."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, campaign: int, invitee: int, act: str) -> HttpResponse:
        """Do it, or show the page again with what is wrong.

        Raises:
            Http404: nobody can do this.

        """
        if act not in ACTS:
            raise Http404
        form = ACTS[act](request.POST, invitee=self.find(invitee))
        if not form.is_valid():
            context = self.get_context_data(attempt=(act, form))
            return self.render_to_response(context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        form.carry_out(request.user)
        messages.success(request, _("Done. It is written down below."))
        return redirect("challenge_team:member", campaign, invitee)


class JoinView(CampaignView):
    """Adds somebody who took another member's seat."""

    template_name = "challenge/team/join.html"
    part = gettext_lazy("Add a member")

    def post(self, request: HttpRequest, campaign: int) -> HttpResponse:
        """Add them, or say what is wrong."""
        form = JoinForm(request.POST, campaign=self.campaign)
        if not form.is_valid():
            context = self.get_context_data(form=form)
            return self.render_to_response(context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        joined = form.carry_out(request.user)
        messages.success(request, _("%(who)s is on the list.") % {"who": joined.member})
        return redirect("challenge_team:member", campaign, joined.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form."""
        form = kwargs.pop("form", None) or JoinForm(campaign=self.campaign)
        return super().get_context_data(form=form, **kwargs)
