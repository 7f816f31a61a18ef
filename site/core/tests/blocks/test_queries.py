"""A long text costs as many queries as a short one."""

import pytest

from django.core.cache import caches
from django.utils import translation

from wagtail.images.models import Filter
from wagtail.models import Site

from core.images import SIZES
from core.tests.blocks import factories
from core.tests.blocks.drawing import drawn

pytestmark = pytest.mark.django_db


def finished_picture():
    """Return a picture whose files of every size were made before."""
    image = factories.picture()
    renditions = image.get_rendition_model()
    renditions.objects.bulk_create(
        renditions(
            image=image,
            filter_spec=spec,
            focal_point_key=Filter(spec).get_cache_key(image),
            file=f"images/{spec}.webp",
            width=48,
            height=36,
        )
        for spec in {spec for size in SIZES.values() for spec in size.specs}
    )
    return image


def figures(number):
    return [
        {"type": "figure", "value": {"image": finished_picture().pk, "alt_text": "x"}}
        for _ in range(number)
    ]


def gallery(number):
    pictures = [{"image": finished_picture().pk, "alt_text": "x"} for _ in range(number)]
    return [{"type": "gallery", "value": {"figures": pictures}}]


def facts(number):
    return [{"type": "fact", "value": {"fact": factories.fact().pk}} for _ in range(number)]


def related_pages(number):
    return [
        {"type": "related_pages", "value": {"pages": [factories.page().pk]}} for _ in range(number)
    ]


def calls_to_action(number):
    return [
        {"type": "call_to_action", "value": {"label": "Kom", "page": factories.page().pk}}
        for _ in range(number)
    ]


def links_in_texts(number):
    return [
        {"type": "text", "value": f'<p><a linktype="page" id="{factories.page().pk}">x</a></p>'}
        for _ in range(number)
    ]


def links_in_steps(number):
    link = '<a linktype="page" id="{}">x</a>'
    items = [{"title": "t", "text": link.format(factories.page().pk)} for _ in range(number)]
    return [{"type": "steps", "value": {"items": items}}]


def videos(number):
    return [
        {
            "type": "video",
            "value": {
                "file": factories.document("film.mp4", factories.MP4).pk,
                "poster": finished_picture().pk,
                "captions": [{"file": factories.document("film.vtt", factories.CAPTIONS).pk}],
            },
        }
        for _ in range(number)
    ]


def everything(number):
    makers = (
        figures,
        gallery,
        facts,
        related_pages,
        calls_to_action,
        links_in_texts,
        links_in_steps,
        videos,
    )
    return [entry for make in makers for entry in make(number)]


@pytest.mark.parametrize("number", [3, 30])
@pytest.mark.parametrize(
    ("make", "queries"),
    [
        (figures, 1),  # pictures and their finished files
        (gallery, 1),
        (facts, 1),
        (related_pages, 1),  # pages and their translations
        (calls_to_action, 1),
        (links_in_texts, 1),
        (links_in_steps, 1),
        (videos, 2),  # files, pictures
        (everything, 4),  # pictures, facts, pages, files
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_queries_do_not_grow_with_the_text(
    make, queries, number, language, django_assert_num_queries
):
    entries = make(number)
    with translation.override(language):
        first = drawn(*entries)
        for cache in caches.all():
            cache.clear()
        Site.get_site_root_paths()  # once a process, for all pages
        with django_assert_num_queries(queries):
            assert drawn(*entries) == first
