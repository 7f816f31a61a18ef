"""A campaign at one glance: where it stands, its next step, and who is due today."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wagtail.admin import messages

from challenge.models import Campaign
from challenge.publication.snapshots import STAGES, newest
from challenge.publication.steps import StepRefusedError, steps_from, take
from challenge.team.access import DESK, CampaignView, TeamView
from challenge.team.forms.filter import DUE, STANDINGS, UNREACHED, outcome_words
from challenge.team.inviting import OPEN, invite_all, not_asked
from challenge.team.selectors import counts_of, rows_of
from challenge.vocabulary import Stage

# What a button says that leads to a stage.
STEPS = {
    Stage.RUNNING: gettext_lazy("Begin: send the invitations"),
    Stage.REPLYING: gettext_lazy("Close the answers and show members their record"),
    Stage.READY: gettext_lazy("Close the corrections: ready for the launch"),
    Stage.LAUNCHED: gettext_lazy("Launch: make the results public"),
    Stage.CANCELLED: gettext_lazy("Call the campaign off"),
}


class DeskView(TeamView):
    """The campaigns."""

    template_name = "challenge/team/desk.html"
    page_title = gettext_lazy("Campaigns at work")
    breadcrumbs_items = [*TeamView.breadcrumbs_items, DESK]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the campaigns, the newest first."""
        campaigns = Campaign.objects.select_related("council").order_by("-launch_at")
        return super().get_context_data(campaigns=campaigns, **kwargs)


class OverviewView(CampaignView):
    """One campaign."""

    template_name = "challenge/team/campaign.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the stage, its steps, the counts and who is due."""
        now = timezone.now()
        rows = rows_of(self.campaign, now)
        names = outcome_words()
        steps = [
            {"to": step.to, "words": STEPS[step.to], "obstacles": step.obstacles}
            for step in steps_from(self.campaign, now)
        ]
        return super().get_context_data(
            steps=[step for step in steps if step["to"] != Stage.CANCELLED],
            cancel=next((step for step in steps if step["to"] == Stage.CANCELLED), None),
            counts=[(code, names[code], number) for code, number in counts_of(rows)],
            outside=sum(bool(row.invitee.outside) for row in rows),
            unreached=sum(row.is_unreached for row in rows),
            unreached_code=UNREACHED,
            standings=STANDINGS,
            unsure=[row for row in rows if row.has_unsure_letter],
            unlinked=sum(row.is_link_due for row in rows),
            due=[(code, words, [r for r in rows if r.is_due(code)]) for code, words in DUE.items()],
            total=len(rows),
            can_invite=self.campaign.stage in OPEN,
            not_invited=self._not_invited(),
            can_reckon=self.campaign.stage in STAGES,
            snapshot=newest(self.campaign),
            **kwargs,
        )

    def _not_invited(self) -> int:
        if self.campaign.stage not in OPEN:
            return 0
        return not_asked(self.campaign, self.campaign.invitation_on).count()


class StepView(CampaignView):
    """Takes a campaign to its next stage."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, campaign: int) -> HttpResponse:
        """Take the step, or say what stands in its way."""
        try:
            taken = take(self.campaign, request.POST.get("to", ""), request.user)
        except StepRefusedError as error:
            for words in error.obstacles:
                messages.error(request, words)
        else:
            stage = taken.get_stage_display()
            messages.success(request, _("The campaign is now: %(stage)s.") % {"stage": stage})
        return redirect("challenge_team:campaign", campaign)


class InviteView(CampaignView):
    """Puts everybody on the list who sits in the council on the day of the invitation."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, campaign: int) -> HttpResponse:
        """Do it; the second time nobody is left."""
        if self.campaign.stage not in OPEN:
            messages.error(request, _("The list is closed: members cannot answer any more."))
            return redirect("challenge_team:campaign", campaign)
        number = invite_all(self.campaign, request.user)
        said = ngettext(
            "%(number)s member was put on the list.",
            "%(number)s members were put on the list.",
            number,
        )
        messages.success(request, said % {"number": number})
        return redirect("challenge_team:campaign", campaign)
