"""The pictures' sizes, named once: templates draw them and lists fetch them beforehand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage, Filter


@dataclass(frozen=True)
class PictureSize:
    """One way in which a picture is shown.

    Attributes:
        operation: what is done to the picture, with the choice of sizes in braces. A
            `fill` crops around the focal point, a `width` leaves the whole picture.
        sizes: how wide a browser shows it, so that it can choose before layout.
        formats: the file types, the lightest first; browsers take the first they know.

    """

    operation: str
    sizes: str = ""
    formats: tuple[str, ...] = ("avif", "webp", "jpeg")

    @property
    def specs(self) -> tuple[str, ...]:
        """Return Wagtail's filter of every file of this size."""
        formats = "format-{" + ",".join(self.formats) + "}"
        return tuple(Filter.expand_spec([formats, self.operation]))


SIZES = {
    "cover": PictureSize("width-{360,720,960}", "(min-width: 64rem) 36rem, 92vw"),
    "text": PictureSize("width-{360,720,960}", "(min-width: 46rem) 43rem, 92vw"),
    # A film takes one address for its picture, without a choice.
    "poster": PictureSize("fill-640x360", formats=("webp",)),
    # A magazine's cover and a person look at the reader from a tall picture.
    "tall": PictureSize("fill-{320x400,640x800}", "(min-width: 46rem) 26rem, 80vw"),
    "small": PictureSize("fill-{160x200,320x400}", "10rem"),
    "wide": PictureSize("width-{360,720,1200}", "(min-width: 72rem) 68rem, 92vw"),
    "tile": PictureSize("fill-{320x240,640x480}", "(min-width: 46rem) 21rem, 46vw"),
}


def with_files(ids: Collection[int], specs: Collection[str]) -> dict[int, AbstractImage]:
    """Return pictures by id, with their finished files: by one query once these exist.

    Wagtail's `prefetch_renditions` takes two. A picture without a finished file is
    asked for on its own; its files are made when it is drawn.
    """
    model = get_image_model()
    renditions = (
        model.get_rendition_model()
        .objects.filter(image__in=ids, filter_spec__in=specs)
        .select_related("image")
    )
    files = defaultdict(list)
    for rendition in renditions:
        files[rendition.image_id].append(rendition)
    pictures = {pk: found[0].image for pk, found in files.items()}
    if missing := set(ids) - pictures.keys():
        pictures |= model.objects.in_bulk(missing)
    for pk, picture in pictures.items():
        for rendition in files[pk]:
            rendition.image = picture
        picture.prefetched_renditions = files[pk]
    return pictures
