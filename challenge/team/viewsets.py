"""Where the team finds councils, parties, members, campaigns and guests."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from challenge.models import Campaign, Council, CouncilMember, Guest, Party
from challenge.team.forms.records import CampaignForm, CouncilMemberForm
from core.enumerating import listed


class CouncilViewSet(ModelViewSet):
    """Councils."""

    model = Council
    name = "challenge_councils"
    url_prefix = "raden"
    icon = "group"
    menu_label = _("Councils")
    menu_order = 300
    copy_view_enabled = False
    list_display = ["name", "city"]
    form_fields = ["name", "city", "slug", "is_example"]


class PartyIndexView(IndexView):
    """The parties."""

    def get_base_queryset(self) -> QuerySet[Party]:
        """Return them with their councils."""
        return super().get_base_queryset().select_related("council")


class PartyViewSet(ModelViewSet):
    """Parties."""

    model = Party
    name = "challenge_parties"
    url_prefix = "partijen"
    icon = "tag"
    menu_label = _("Parties")
    menu_order = 310
    copy_view_enabled = False
    index_view_class = PartyIndexView
    list_per_page = 50
    list_display = ["name", "short_name", "council"]
    list_filter = ["council"]
    form_fields = ["council", "name", "short_name", "slug"]


class MemberIndexView(IndexView):
    """The members, without their addresses."""

    def get_base_queryset(self) -> QuerySet[CouncilMember]:
        """Return them with their parties; what is locked stays so."""
        found = super().get_base_queryset().select_related("council")
        return found.defer("email", "phone").prefetch_related("memberships__party")


def _parties(member: CouncilMember) -> str:
    """Return the parties of a member, the newest first."""
    return listed(membership.party for membership in member.memberships.all())


class CouncilMemberViewSet(ModelViewSet):
    """Council members. Addresses are in the form only: in no list, no search and no export."""

    model = CouncilMember
    name = "challenge_members"
    url_prefix = "raadsleden"
    icon = "user"
    menu_label = _("Council members")
    menu_order = 320
    copy_view_enabled = False
    index_view_class = MemberIndexView
    list_per_page = 50
    list_display = [
        "name",
        Column("parties", label=_("Parties"), accessor=_parties),
        "council",
    ]
    list_filter = ["council"]
    search_fields = ["name", "sort_name"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("council"),
            FieldRowPanel([FieldPanel("name"), FieldPanel("sort_name")]),
            FieldPanel("portfolio"),
            MultiFieldPanel(
                [FieldPanel("email"), FieldPanel("phone")],
                heading=_("How we reach this member"),
                help_text=_("Never public. Only who may change members sees this."),
            ),
            InlinePanel(
                "memberships",
                heading=_("In the council"),
                label=_("time in the council"),
                help_text=_(
                    "One time for each party. Who changes party gets an end and a new one."
                ),
                panels=[
                    FieldPanel("party"),
                    FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                ],
            ),
        ],
        base_form_class=CouncilMemberForm,
    )


class CampaignViewSet(ModelViewSet):
    """Campaigns: what is asked, by when, and the words of the letters."""

    model = Campaign
    name = "challenge_campaigns"
    url_prefix = "campagnes"
    icon = "date"
    menu_label = _("Campaigns")
    menu_order = 290
    copy_view_enabled = False
    list_display = [
        "name",
        "council",
        Column("stage", label=_("Stage"), accessor=lambda one: one.get_stage_display()),
        DateColumn("launch_at", label=_("Launch"), sort_key="launch_at"),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("name"), FieldPanel("slug"), FieldPanel("council")],
                heading=_("Campaign"),
            ),
            MultiFieldPanel(
                [FieldPanel("weekly_amount"), FieldPanel("covers"), FieldPanel("method")],
                heading=_("What is asked"),
                help_text=_("This is settled once the first invitation went out."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("invitation_on"),
                    FieldPanel("receipt_by"),
                    FieldPanel("postcards_on"),
                    FieldPanel("decision_on"),
                    FieldPanel("last_reminder_on"),
                    FieldPanel("answers_until"),
                ],
                heading=_("Asking"),
                help_text=_(
                    "Letters go out by themselves on these days, until there is an answer."
                ),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("weeks_until"),
                    FieldPanel("reply_from"),
                    FieldPanel("reply_until"),
                    FieldPanel("launch_at"),
                ],
                heading=_("Closing"),
            ),
            InlinePanel(
                "letters",
                heading=_("Letters"),
                label=_("letter"),
                help_text=_("One of each kind. They go out in the name of Warm Rotterdam."),
                panels=[FieldPanel("kind"), FieldPanel("subject"), FieldPanel("words")],
            ),
            FieldPanel("postcard_words"),
        ],
        base_form_class=CampaignForm,
    )


class GuestIndexView(IndexView):
    """The guests."""

    def get_base_queryset(self) -> QuerySet[Guest]:
        """Return them with their campaigns."""
        return super().get_base_queryset().select_related("campaign")


class GuestViewSet(ModelViewSet):
    """Guests: shown beside the index, never in it."""

    model = Guest
    name = "challenge_guests"
    url_prefix = "gasten"
    icon = "user"
    menu_label = _("Guests")
    menu_order = 330
    copy_view_enabled = False
    index_view_class = GuestIndexView
    list_display = ["name", "role", "campaign"]
    list_filter = ["campaign"]
    form_fields = ["campaign", "name", "role", "words"]
