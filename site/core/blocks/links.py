"""What makes a good link: one goal, and words that say what happens."""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail import blocks

from core.blocks.base import BlockValue
from core.blocks.choosers import LinkedPageBlock
from core.pagelinks import PageLink, link_to

# Words that say nothing about where a link goes, in the languages of the site. Screen
# reader users hear links out of their text, one after another.
VAGUE_LABELS = frozenset(
    {
        *("klik", "klik hier", "hier", "lees meer", "lees verder", "meer", "meer lezen"),
        *("meer info", "meer informatie", "verder", "ga verder", "bekijk", "verzenden"),
        *("verstuur", "verstuur formulier", "ok", "info", "link", "deze link", "website"),
        *("click", "click here", "here", "read more", "more", "more info", "learn more"),
        *("more information", "continue", "go", "submit", "send", "this link"),
        *("buraya tıklayın", "buraya tıkla", "tıklayın", "devamını oku", "daha fazla"),
        *("اضغط هنا", "انقر هنا", "هنا", "اقرأ المزيد", "المزيد"),
        *("klek aki", "klik aki", "primi aki", "lesa mas", "mas"),
        *("clique aqui", "aqui", "leia mais", "ler mais", "saiba mais", "mais"),
        *("kliknij tutaj", "kliknij", "tutaj", "czytaj więcej", "więcej"),
        *("haz clic aquí", "haga clic aquí", "pulsa aquí", "aquí", "leer más", "más"),
        *("натисніть тут", "клацніть тут", "тут", "читати далі", "детальніше", "більше"),
    }
)
_PUNCTUATION = string.punctuation + "…»«›‹→←“”‘’ \u00a0\t"

web_address = URLValidator(
    schemes=["https", "http"],
    message=gettext_lazy("Enter a web address that starts with https:// or http://."),
)


def says_what_happens(label: str) -> None:
    """Refuse words that do not say where a link goes.

    Raises:
        ValidationError: if the label is one of `VAGUE_LABELS`.

    """
    if " ".join(label.casefold().split()).strip(_PUNCTUATION) in VAGUE_LABELS:
        raise ValidationError(
            _("Say what happens or where it leads, for example 'Come to the meeting'."),
            code="vague",
        )


def page_field() -> blocks.PageChooserBlock:
    """Return the field for a page of this site."""
    return LinkedPageBlock(
        required=False,
        label=gettext_lazy("Page"),
        help_text=gettext_lazy("Choose a page of this site, or fill in a web address below."),
    )


def url_field() -> blocks.URLBlock:
    """Return the field for an address on another site."""
    return blocks.URLBlock(
        required=False,
        label=gettext_lazy("Web address"),
        help_text=gettext_lazy("Only for another website. Starts with https://"),
        validators=[web_address],
    )


def one_goal(value: Mapping[str, Any]) -> dict[str, ValidationError]:
    """Return an error at the field unless exactly one of page and web address is given."""
    page, url = value.get("page"), value.get("url")
    if page and url:
        error = _("Choose one: a page of this site or a web address, not both.")
        return {"url": ValidationError(error)}
    if not page and not url:
        error = _("Choose a page, or fill in a web address.")
        return {"page": ValidationError(error)}
    return {}


class LinkValue(BlockValue):
    """A value that leads to a page or to an address on another site."""

    @property
    def link(self) -> PageLink | None:
        """Return where this leads, or nothing where that cannot be visited."""
        if page := self.get("page"):
            return link_to(page)
        url = self.get("url") or ""
        return PageLink(url, url) if url.startswith(("https://", "http://")) else None

    @property
    def is_external(self) -> bool:
        """Return whether this leads to another site."""
        return not self.get("page")

    @property
    def is_shown(self) -> bool:
        """Return whether there is somewhere to go."""
        return self.link is not None
