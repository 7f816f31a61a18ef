"""The picture that goes along when somebody shares a party's page: its place with its band."""

from __future__ import annotations

from django.utils.translation import gettext as _

from challenge.models import CampaignPage
from challenge.public import routes
from challenge.publication.results import Index, PartyLine
from core.sharing.address import digest
from core.sharing.drawing import ShareText


def picture_text(page: CampaignPage, index: Index, line: PartyLine) -> ShareText:
    """Return what stands on it, in the language of the page."""
    return ShareText(
        title=f"{line.name}: {_standing(line)}",
        brand="Warm Rotterdam",
        language=page.locale.language_code.split("-")[0],
        right_to_left=page.locale.language_info["bidi"],
        eyebrow=str(index.campaign["name"]),
    )


def picture_path(page: CampaignPage, index: Index, line: PartyLine) -> str:
    """Return where it is: a new snapshot gives a new address, so nobody's cache shows the old."""
    drawn = digest(picture_text(page, index, line))
    place = routes.PICTURE.replace("<str:drawn>", drawn)
    return f"{page.get_url()}{routes.INDEX}{line.slug}/{place}"


def _standing(line: PartyLine) -> str:
    if line.place is None or line.band is None:
        return _("no place: none of its members is known")
    low, high = line.band
    words = _("place %(place)s (between %(low)s and %(high)s)")
    said = words % {"place": line.place, "low": low, "high": high}
    if not line.rests_on_few:
        return said
    return f"{said}; {_('one or two people decide this place')}"
