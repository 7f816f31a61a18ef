"""Removes the demo's council with all that is kept of its campaigns, also what is never removed.

Records of a campaign are append-only, and protect each other. Here they are removed past that,
one table after another, and only those of the demo's own council.
"""

from __future__ import annotations

from django.db import models

from challenge.demo.past import plain
from challenge.demo.plan import Plan
from challenge.models import (
    Answer,
    Campaign,
    CampaignPage,
    Certificate,
    Contact,
    Correction,
    Council,
    CouncilMember,
    Entry,
    Happening,
    Invitee,
    Letter,
    Membership,
    Method,
    Party,
    PersonalLink,
    Release,
    Ruling,
    Snapshot,
    Statement,
    Week,
)
from redactieraad.models import Entry as RegisterEntry
from redactieraad.signals import because

# Each after all that refer to it, by the way to its council.
TABLES: tuple[tuple[type[models.Model], str], ...] = (
    (Happening, "campaign__council"),
    (Certificate, "week__invitee__campaign__council"),
    (Entry, "week__invitee__campaign__council"),
    (Week, "invitee__campaign__council"),
    *(
        (model, "invitee__campaign__council")
        for model in (Answer, Contact, Correction, Letter, PersonalLink, Ruling, Statement)
    ),
    (Snapshot, "campaign__council"),
    (Invitee, "campaign__council"),
    (Campaign, "council"),
    (Membership, "party__council"),
    (CouncilMember, "council"),
    (Party, "council"),
)


def remove_all(plan: Plan) -> None:
    """Remove the demo's council, its campaigns and pages, and the method if nobody else uses it."""
    # Never a real council, whatever it is called.
    examples = Council.objects.filter(is_example=True)
    council = examples.filter(slug=plan.council.values["slug"]).first()
    if council is None:
        return
    methods = list(Method.objects.filter(campaigns__council=council).distinct())
    _remove_texts(council)
    _remove_photos(council)
    for model, path in TABLES:
        plain(model).filter(**{path: council}).delete()
    council.delete()
    with because(RegisterEntry.Reason.DELETED):
        for method in methods:
            if not method.campaigns.exists():
                method.delete()


def _remove_texts(council: Council) -> None:
    """Remove the pages, with the reports below them, and the releases."""
    with because(RegisterEntry.Reason.DELETED):
        for page in CampaignPage.objects.filter(campaign__council=council):
            page.delete()
        for release in Release.objects.filter(campaign__council=council):
            release.delete()


def _remove_photos(council: Council) -> None:
    for entry in Entry.objects.filter(week__invitee__campaign__council=council).exclude(photo=""):
        entry.photo.delete(save=False)
