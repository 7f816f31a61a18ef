"""The challenge to a council: campaigns, who was asked, what they answered, the index."""

from challenge.models.answers import Answer, Correction, Ruling, Statement
from challenge.models.campaigns import Campaign, CampaignLetter
from challenge.models.contacts import Contact, Happening, Letter
from challenge.models.council import Council, CouncilMember, Membership, Party
from challenge.models.invitees import Guest, Invitee, PersonalLink
from challenge.models.logbook import Certificate, Entry, Week
from challenge.models.methods import Method
from challenge.models.pages import CampaignPage, ChallengeIndexPage, ReportPage
from challenge.models.snapshots import Release, Snapshot

__all__ = [
    "Answer",
    "Campaign",
    "CampaignLetter",
    "CampaignPage",
    "Certificate",
    "ChallengeIndexPage",
    "Contact",
    "Correction",
    "Council",
    "CouncilMember",
    "Entry",
    "Guest",
    "Happening",
    "Invitee",
    "Letter",
    "Membership",
    "Method",
    "Party",
    "PersonalLink",
    "Release",
    "ReportPage",
    "Ruling",
    "Snapshot",
    "Statement",
    "Week",
]
