"""Draws a picture in one of the named sizes."""

from __future__ import annotations

from hashlib import blake2b

from django import template
from django.utils.safestring import SafeString

from wagtail.images.models import AbstractImage, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from core.images import SIZES

register = template.Library()


@register.simple_tag
def sized_picture(
    image: AbstractImage, size: str, alt: str, *, lazy: bool = True, **attributes: str
) -> SafeString:
    """Return the picture in AVIF, WebP and JPEG, with its width and height.

    Args:
        image: the picture.
        size: a key of `core.images.SIZES`.
        alt: what it shows; empty for a picture that only decorates.
        lazy: whether it may wait until the reader comes near.
        **attributes: further attributes of the picture.

    """
    attributes |= {"alt": alt, "sizes": SIZES[size].sizes}
    if lazy:
        attributes["loading"] = "lazy"
    # Where Wagtail keeps nine files for each picture, we keep what is made of them.
    finished = image.get_rendition_model().cache_backend
    key = _key(image, size, attributes)
    html = finished.get(key)
    if html is None:
        renditions = get_renditions_or_not_found(image, SIZES[size].specs)
        html = Picture(renditions, attributes).__html__()
        if all(rendition.pk for rendition in renditions.values()):
            finished.set(key, html)
    return SafeString(html)  # nosec B703 - escapes its own attributes


def _key(image: AbstractImage, size: str, attributes: dict[str, str]) -> str:
    """Return what the markup depends on: the file, its focal point, and how it is shown."""
    focal_point = str(image.get_focal_point()) if image.has_focal_point() else ""
    parts = [str(image.pk), image.file_hash, focal_point, size, *map(str, attributes.items())]
    return f"picture-{blake2b(chr(10).join(parts).encode(), digest_size=16).hexdigest()}"
