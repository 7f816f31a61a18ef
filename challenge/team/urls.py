"""The addresses of the team's desk in the admin."""

from django.urls import path

from challenge.team.postcards.views import HandedOverView, PostcardsView
from challenge.team.views.campaign import (
    DeskView,
    InviteView,
    OverviewView,
    StepView,
)
from challenge.team.views.log import LogView
from challenge.team.views.members import ActView, JoinView, MembersView, MemberView

app_name = "challenge_team"

urlpatterns = [
    path("", DeskView.as_view(), name="desk"),
    path("<int:campaign>/", OverviewView.as_view(), name="campaign"),
    path("<int:campaign>/stap/", StepView.as_view(), name="step"),
    path("<int:campaign>/uitnodigen/", InviteView.as_view(), name="invite"),
    path("<int:campaign>/leden/", MembersView.as_view(), name="members"),
    path("<int:campaign>/leden/erbij/", JoinView.as_view(), name="join"),
    path("<int:campaign>/leden/<int:invitee>/", MemberView.as_view(), name="member"),
    path("<int:campaign>/leden/<int:invitee>/<slug:act>/", ActView.as_view(), name="act"),
    path("<int:campaign>/kaarten/", PostcardsView.as_view(), name="postcards"),
    path("<int:campaign>/kaarten/overhandigd/", HandedOverView.as_view(), name="handed_over"),
    path("<int:campaign>/verloop/", LogView.as_view(), name="log"),
]
