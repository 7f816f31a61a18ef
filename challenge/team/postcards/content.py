"""What stands on the postcards, as plain data for `postcard.typ`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from challenge import links
from challenge.log import write_down
from challenge.models import Campaign, Invitee
from core.seo.metadata import absolute
from core.typesetting import code
from languages.registry import SOURCE

SIZES = ("a4", "a6")
# Words that fit a card in larger letters.
SHORT = 280


@transaction.atomic
def postcards(
    campaign: Campaign, invitees: Iterable[Invitee], size: str, by: Any, now: datetime
) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return what is set and its codes; each code is a new personal link, kept nowhere else.

    Args:
        campaign: of which campaign.
        invitees: who gets a card, with their `member`.
        size: one of `SIZES`: four to a sheet, or each on a card of its own.
        by: the user who prints them.
        now: the moment.

    """
    cards, files = [], {}
    for number, invitee in enumerate(invitees, start=1):
        address = absolute(reverse("challenge:personal", args=[links.make(invitee, now)]))
        file = f"code-{number}.svg"
        files[file] = code(address)
        cards.append({"name": invitee.member.name, "code": file, "address": address})
    write_down("postcards", campaign, by=by, number=len(cards), size=size)
    # The card speaks as the letters do, whatever language who prints it works in.
    with translation.override(SOURCE):
        labels = {
            "for": _("For"),
            "scan": _("Your own page: scan the code. You need no account."),
        }
    words = campaign.postcard_words.replace("\r\n", "\n").strip()
    data = {
        "size": size,
        "language": SOURCE,
        "title": campaign.name,
        "words": words.split("\n\n"),
        "is_short": len(words) <= SHORT,
        "cards": cards,
    }
    return data | labels, files
