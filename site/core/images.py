"""The pictures' sizes, named once: templates draw them and lists fetch them beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.images.models import Filter


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
    "text": PictureSize("width-{320,640,960}", "(min-width: 46rem) 43rem, 92vw"),
    # A film takes one address for its picture, without a choice.
    "poster": PictureSize("fill-640x360", formats=("webp",)),
    "tile": PictureSize("fill-{320x240,640x480}", "(min-width: 46rem) 21rem, 46vw"),
}
