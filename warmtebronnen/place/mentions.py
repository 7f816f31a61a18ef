"""Stories and other pages that mention a place, by Wagtail's reference index.

So no feature has to know of the others: a link in a text, a chooser in a block or a field of an
event are all references.
"""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField
from django.db.models.functions import Cast
from django.db.models.query import QuerySet
from django.utils.translation import get_language

from wagtail.models import Page, ReferenceIndex

from core.pagelinks import PageLink
from core.restrictions import public
from languages.registry import LANGUAGES, SOURCE, fallbacks
from warmtebronnen.models import WarmtebronnenIndexPage, WarmtebronPage

MOST = 6
_NEEDED = ("path", "title", "url_path", "translation_key", "locale__language_code")


def mentions_of(place: WarmtebronPage) -> list[PageLink]:
    """Return links to the public pages that mention a place, the newest first, by one query.

    A page that mentions it in one language is shown in the reader's, where it was translated.
    """
    versions: dict[object, dict[str, Page]] = {}
    keys = Page.objects.live().filter(pk__in=_referring(place)).values("translation_key")
    for page in public(
        Page.objects.live()
        .filter(translation_key__in=keys)
        .select_related("locale")
        .only(*_NEEDED)
        .order_by("-first_published_at", "pk")
    ):
        versions.setdefault(page.translation_key, {})[page.locale.language_code] = page
    language = get_language() or SOURCE
    return [_link(_best(found, language), language) for found in versions.values()][:MOST]


def _referring(place: WarmtebronPage) -> QuerySet[ReferenceIndex]:
    """Return the keys of the pages that refer to a version of a place, its own left out."""
    types = ContentType.objects.get_for_models(Page, WarmtebronPage, WarmtebronnenIndexPage)
    own = WarmtebronPage.objects.filter(translation_key=place.translation_key)
    references = ReferenceIndex.objects.annotate(
        page_id=Cast("object_id", IntegerField()), place_id=Cast("to_object_id", IntegerField())
    )
    return (
        references.filter(
            base_content_type=types[Page],
            to_content_type=types[Page],
            place_id__in=own.values("pk"),
        )
        .exclude(content_type__in=[types[WarmtebronPage], types[WarmtebronnenIndexPage]])
        .values("page_id")
    )


def _best(versions: dict[str, Page], language: str) -> Page:
    codes = (language, *fallbacks(language), *(one.code for one in LANGUAGES))
    return next(versions[code] for code in codes if code in versions)


def _link(page: Page, language: str) -> PageLink:
    own = page.locale.language_code
    return PageLink(page.get_url() or "", page.title, language="" if own == language else own)
