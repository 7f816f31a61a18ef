"""What stands on a certificate, and its PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from challenge.models import Certificate
from challenge.personal.texts import page_of
from challenge.templatetags.amounts import euros
from core.seo.metadata import absolute
from core.typesetting import code, typeset
from languages.registry import SOURCE

TEMPLATE = Path(__file__).parent / "certificate.typ"
SECONDS = 20


def certificate_data(certificate: Certificate) -> dict[str, Any]:
    """Return the words of a certificate: the campaign's own, who, and which week."""
    week = certificate.week
    invitee = week.invitee
    campaign = invitee.campaign
    page = page_of(campaign)
    amount = euros(campaign.amount_cents)
    return {
        "language": (get_language() or SOURCE).partition("-")[0],
        "rtl": get_language_bidi(),
        "title": _("Certificate"),
        "campaign": campaign.name,
        "name": invitee.member.name,
        "kept": _("lived on %(amount)s for a week, and kept it up.") % {"amount": amount},
        "week": _("From %(first)s to %(last)s.")
        % {
            "first": date_format(week.starts_on, "DATE_FORMAT"),
            "last": date_format(week.ends_on, "DATE_FORMAT"),
        },
        "council": campaign.council.name,
        "question": page.question if page else "",
        "definition": page.definition if page else "",
        "made": _("Made on %(date)s.")
        % {"date": date_format(timezone.localtime(certificate.made_at), "DATE_FORMAT")},
        "verify": _("Is this certificate genuine? Look here:"),
        "address": address_of(certificate),
        "example": _("Example") if campaign.council.is_example else "",
    }


def address_of(certificate: Certificate) -> str:
    """Return where anybody can verify it."""
    return absolute(reverse("challenge:certificate", args=[certificate.code]))


def certificate_pdf(certificate: Certificate) -> bytes:
    """Return the PDF.

    Raises:
        CannotTypesetError: it failed, or took too long.

    """
    data = certificate_data(certificate)
    return typeset(TEMPLATE, data, {"code.svg": code(data["address"])}, SECONDS)
