"""One letter as a mail: the campaign's own words, and the member's own link."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from challenge import links
from challenge.models import CampaignLetter, Invitee, Letter
from core.letters import written
from languages.registry import SOURCE

TEMPLATE = "challenge/email/letter"
_LETTER = "challenge.letters.letter"


def message_of(letter: Letter, invitee: Invitee, now: datetime) -> EmailMessage:
    """Return the mail, with a link that is made for this letter and kept nowhere."""
    words = CampaignLetter.objects.get(campaign=invitee.campaign_id, kind=letter.kind)
    page = reverse("challenge:personal", args=[links.make(invitee, now)])
    context = {"letter": words, "page": page}
    message = written(invitee.member.email, TEMPLATE, context, language=SOURCE)
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    message.extra_headers["Message-ID"] = f"<{letter_token(letter.pk)}@{host}>"
    if settings.NEWSLETTER_MAILBOX:
        # Where mail comes back to; readers see, and answer to, who we are.
        message.from_email = settings.NEWSLETTER_MAILBOX
        message.extra_headers["From"] = settings.DEFAULT_FROM_EMAIL
    return message


def letter_token(number: int) -> str:
    """Return what stands in the Message-ID of this letter."""
    return Signer(salt=_LETTER, sep=".").sign(str(number))


def letter_number(token: str) -> int | None:
    """Return the number of the letter, or None for a token that is not ours."""
    try:
        return int(Signer(salt=_LETTER, sep=".").unsign(token))
    except (BadSignature, ValueError):
        return None
