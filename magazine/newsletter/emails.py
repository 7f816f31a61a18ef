"""An edition as a mail: light HTML, the same as text, and no way to see whether it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.mime.image import MIMEImage
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from wagtail.models import Site

from core.seo.metadata import absolute
from languages.registry import LANGUAGES_BIDI, SOURCE
from magazine.edition_contents import Section, contents_of
from magazine.models import EditionPage
from magazine.newsletter.keys import letter_token, subscriber_token
from magazine.newsletter.links import links_of

# Small: it travels with every letter, so that nothing has to be fetched from us.
COVER = "width-560|format-jpeg|jpegquality-70"
COVER_NAME = "omslag.jpg"
# What stands before the token in the subject of a mail that unsubscribes.
LEAVE = "unsubscribe"


@dataclass(frozen=True)
class Cover:
    """The picture on the edition, as it goes along with the mail."""

    data: bytes
    alt: str
    width: int
    height: int


@dataclass
class EditionMail:
    """What all letters in one language share: read once, however many are sent."""

    edition: EditionPage
    sections: list[Section] = field(init=False)
    cover: Cover | None = field(init=False)
    organisation: Any = field(init=False)

    def __post_init__(self) -> None:
        """Read what the letters show."""
        self.sections = contents_of(self.edition)
        self.cover = _cover(self.edition)
        site = Site.objects.filter(is_default_site=True).first()
        settings_model = apps.get_model("home", "OrganisationSettings")
        self.organisation = settings_model.for_site(site) if site else None

    def letter(
        self, address: str, language: str, subscriber: int | None = None, number: int | None = None
    ) -> EmailMultiAlternatives:
        """Return the mail to one reader.

        Args:
            address: to whom.
            language: the language in which we speak to this reader; the edition may have another.
            subscriber: the subscriber's number; without one it is a test, and nobody can leave.
            number: the letter's number, by which we know it when it comes back.

        """
        links = links_of(subscriber_token(subscriber), language) if subscriber else {}
        version = self.edition.locale.language_code
        context = {
            "edition": self.edition,
            "url": absolute(self.edition.get_url() or "/"),
            "sections": [
                (one.heading, [(story, absolute(story.get_url() or "/")) for story in one.stories])
                for one in self.sections
            ],
            "cover": self.cover,
            "cover_name": COVER_NAME,
            "organisation": self.organisation,
            "version": version,
            "version_direction": "rtl" if version in LANGUAGES_BIDI else "ltr",
            "links": links,
        }
        with translation.override(language):
            text = _plain(render_to_string("magazine/newsletter/mail/edition.txt", context))
            html = render_to_string("magazine/newsletter/mail/edition.html", context)
        mail = EmailMultiAlternatives(
            f"Warm Rotterdam: {self.edition.title}",
            text,
            from_email=settings.NEWSLETTER_MAILBOX or settings.DEFAULT_FROM_EMAIL,
            to=[address],
            headers=_headers(links, subscriber, number),
        )
        mail.attach_alternative(html, "text/html")
        if self.cover:
            # The picture belongs to the HTML and is no attachment.
            mail.mixed_subtype = "related"  # type: ignore[attr-defined]
            mail.attach(_part(self.cover))
        return mail


def _headers(links: dict[str, str], subscriber: int | None, number: int | None) -> dict[str, str]:
    """Return the headers: who sends it, that many get it, how to leave (RFC 2369, RFC 8058)."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    headers = {"From": settings.DEFAULT_FROM_EMAIL, "List-Id": f"<magazine.{host}>"}
    if number:
        headers["Message-ID"] = f"<{letter_token(number)}@{host}>"
    if links and subscriber:
        ways = [f"<{links['leave']}>"]
        if settings.NEWSLETTER_MAILBOX:
            subject = f"?subject={LEAVE}%20{subscriber_token(subscriber)}"
            ways.append(f"<mailto:{settings.NEWSLETTER_MAILBOX}{subject}>")
        headers["List-Unsubscribe"] = ", ".join(ways)
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _plain(text: str) -> str:
    """Return a text without the empty lines that a template leaves behind."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _cover(edition: EditionPage) -> Cover | None:
    """Return the cover; nothing where its file is gone, the words are what matters."""
    if edition.cover_image is None:
        return None
    try:
        picture = edition.cover_image.get_rendition(COVER)
        with picture.file.open() as file:
            data = file.read()
    except OSError:
        return None
    # Pictures are described in Dutch only; for other readers the cover decorates.
    is_dutch = edition.locale.language_code.startswith(SOURCE)
    alt = edition.cover_image.description if is_dutch else ""
    return Cover(data, alt, picture.width, picture.height)


def _part(cover: Cover) -> MIMEImage:
    part = MIMEImage(cover.data, "jpeg")
    part.add_header("Content-ID", f"<{COVER_NAME}>")
    part.add_header("Content-Disposition", "inline", filename=COVER_NAME)
    return part
