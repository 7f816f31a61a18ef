"""Draws a picture in one of the named sizes."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from wagtail.images.models import AbstractImage, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from core.images import SIZES

register = template.Library()


@register.simple_tag
def sized_picture(image: AbstractImage, size: str, alt: str, *, lazy: bool = True) -> SafeString:
    """Return the picture in AVIF, WebP and JPEG, with its width and height.

    Args:
        image: the picture.
        size: a key of `core.images.SIZES`.
        alt: what it shows; empty for a picture that only decorates.
        lazy: whether it may wait until the reader comes near.

    """
    chosen = SIZES[size]
    attributes = {"alt": alt, "sizes": chosen.sizes}
    if lazy:
        attributes["loading"] = "lazy"
    picture = Picture(get_renditions_or_not_found(image, chosen.specs), attributes)
    return SafeString(picture.__html__())  # nosec B703 - escapes its own attributes
