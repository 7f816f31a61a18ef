"""What stands in the printed edition: plain data, with the files that belong to it.

Whatever shows in print is in here, so the fingerprint of this changes whenever the print does.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wagtail.models import Site

from core.enumerating import separator
from core.seo.metadata import absolute
from languages.registry import LANGUAGES_BIDI, SOURCE
from magazine.edition_contents import contents_of
from magazine.models import EditionPage, PortraitPage, StoryMaker, StoryPage
from magazine.models.consent import Use
from magazine.print.blocks import credit, printed
from magazine.print.gathering import COVER, Gathering, Links
from magazine.print.typesetting import TEMPLATE, VERSION
from redactieraad.models import Entry
from redactieraad.register.approvals import with_approval

Data = dict[str, Any]
# How high the picture above a story is, where 1400 is as wide as the page: news is short.
FRONT_HEIGHT = 920
HEIGHT = 750
HEIGHTS: dict[str, int] = {StoryPage.Kind.NEWS: 480, StoryPage.Kind.PORTRAIT: 900}


@dataclass(frozen=True)
class Publication:
    """An edition, ready to be typeset."""

    data: Data
    gathering: Gathering

    @property
    def fingerprint(self) -> str:
        """Return what is the same only as long as the print would be the same."""
        said = json.dumps(self.data, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(f"{VERSION}{TEMPLATE.read_text()}{said}".encode()).hexdigest()


def may_be_printed(story: StoryPage) -> bool:
    """Return whether a story may stand in print: of a portrait its person decides."""
    return not isinstance(story, PortraitPage) or story.allows(Use.PRINT)


def publication_of(edition: EditionPage) -> Publication:
    """Return an edition in its own language, with the stories that are live and may be printed."""
    language = edition.locale.language_code
    with translation.override(language):
        gathering = Gathering()
        return Publication(_edition(edition, language, gathering), gathering)


def _edition(edition: EditionPage, language: str, gathering: Gathering) -> Data:
    sections = [
        (section.heading, [story for story in section.stories if may_be_printed(story)])
        for section in contents_of(edition)
    ]
    stories = [story for _heading, some in sections for story in some]
    makers, approvals = _makers(stories), _approvals([edition, *stories])
    links = Links(gathering)
    address = absolute(edition.get_url() or "/")
    return {
        "language": language.partition("-")[0],
        "rtl": language in LANGUAGES_BIDI,
        "title": edition.title,
        "issue": edition.eyebrow,
        "lead": edition.lead,
        "cover": _cover(edition.cover_image, language, gathering, FRONT_HEIGHT),
        "href": address,
        "code": gathering.code(address),
        "sections": [
            {
                "heading": heading,
                "stories": [
                    _story(story, makers[story.pk], approvals.get(story.pk, ""), links)
                    for story in some
                ],
            }
            for heading, some in sections
            if some
        ],
        "approval": approvals.get(edition.pk, ""),
        "makers": sorted({name for one in makers.values() for _role, name in one}),
        "organisation": _organisation(),
        "labels": _labels(),
    }


def _story(story: StoryPage, makers: list[tuple[str, str]], approval: str, links: Links) -> Data:
    language = story.locale.language_code
    address = absolute(story.get_url() or "/")
    before = len(links.found)
    body = printed(story.body, links)
    height = HEIGHTS.get(story.kind, HEIGHT)
    cover = _cover(story.cover_image, language, links.gathering, height)
    return {
        "kind": story.kind,
        "eyebrow": story.eyebrow,
        "language": language.partition("-")[0],
        "rtl": language in LANGUAGES_BIDI,
        "title": story.title,
        "intro": story.intro,
        "in_short": story.in_short,
        "date": date_format(story.story_date, "DATE_FORMAT"),
        "made_by": _made_by(makers),
        "cover": cover | {"caption": story.cover_caption},
        "person": _person(story) if isinstance(story, PortraitPage) else {},
        "body": body,
        "approval": approval,
        "links": links.listed(before),
        "href": address,
        "code": links.gathering.code(address),
    }


def _person(portrait: PortraitPage) -> Data:
    return {
        "name": portrait.person_name,
        "quote": portrait.person_quote,
        "example": _("Example") if portrait.is_example else "",
    }


def _cover(image: Any, language: str, gathering: Gathering, height: int = HEIGHT) -> Data:
    """Return a picture; it is described in Dutch only, and in other languages decorates."""
    if image is None:
        return {}
    alt = image.description if language.startswith(SOURCE) else ""
    spec = COVER.format(height=height)
    return {"picture": gathering.picture(image, spec), "alt": alt, "credit": credit(image)}


def _makers(stories: Iterable[StoryPage]) -> dict[int, list[tuple[str, str]]]:
    """Return for each story who did what, as pairs of role and name."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    made = StoryMaker.objects.filter(story__in=[story.pk for story in stories])
    for one in made.select_related("maker").order_by("sort_order", "pk"):
        found[one.story_id].append((str(one.get_role_display()), one.maker.title))
    return found


def _made_by(makers: list[tuple[str, str]]) -> str:
    names: dict[str, list[str]] = defaultdict(list)
    for role, name in makers:
        names[role].append(name)
    return " · ".join(f"{role}: {separator().join(some)}" for role, some in names.items())


def _approvals(pages: list[Any]) -> dict[int, str]:
    """Return the line of the register on each page, by one query for each kind of page."""
    by_model = defaultdict(list)
    for page in pages:
        by_model[page._meta.label_lower].append(str(page.pk))
    newest: dict[int, Any] = {}
    for model, keys in by_model.items():
        for entry in with_approval().filter(model=model, object_id__in=keys).order_by("number"):
            newest[int(entry.object_id)] = entry
    return {
        pk: _("Approved by the redactieraad on %(day)s")
        % {"day": date_format(entry.approved_at, "DATE_FORMAT")}
        for pk, entry in newest.items()
        if entry.kind == Entry.Kind.PUBLISHED
    }


def _organisation() -> Data:
    """Return who publishes this."""
    site = Site.objects.filter(is_default_site=True).first()
    found = apps.get_model("home", "OrganisationSettings").for_site(site) if site else None
    keys = ("name", "address", "email", "phone")
    return {key: getattr(found, key, "") for key in keys} | {"href": absolute("/")}


def _labels() -> Data:
    """Return the words around the content."""
    return {
        "contents": _("Contents"),
        "in_short": _("In short"),
        "links": _("Links in this edition"),
        "links_hint": _("Hold the camera of your phone in front of a code to open the link."),
        "read": _("Read this story on our site"),
        "edition": _("Read this edition on our site"),
        "colophon": _("Who made this"),
        "page": _("Page"),
    }
