"""A member's response as a whole, and the photos that came with it."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from challenge.journalist.access import readers_only
from challenge.journalist.changes import changes_of
from challenge.journalist.contacts import shown
from challenge.journalist.forms.filters import Asked
from challenge.journalist.responses import responses
from challenge.journalist.shared import members, shared_entries
from challenge.logbook.photos import photo_response
from challenge.models import Campaign, Contact


@readers_only
def member(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Show everything of one member. Reading it changes nothing."""
    campaign = get_object_or_404(Campaign, slug=slug)
    invitee = get_object_or_404(members(campaign, Asked()), member__uuid=key)
    (response,) = responses([invitee])
    context = {
        "campaign": campaign,
        "one": response,
        "contacts": [shown(one) for one in Contact.objects.filter(invitee=invitee)],
        "changes": changes_of(response),
    }
    return render(request, "challenge/journalist/member.html", context)


@readers_only
def photo(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Return the photo of an entry that was shared; of any other there is none."""
    entries = shared_entries().filter(week__invitee__campaign__slug=slug)
    entry = get_object_or_404(entries.exclude(photo=""), key=key)
    return photo_response(entry)
