"""Uploads the demo's pictures: the drawings that were made for this project."""

from __future__ import annotations

from typing import Any

from django.core.files.images import ImageFile

from core.demo.faults import Place
from core.demo.files import check_fields, read_toml
from core.models import SiteImage
from home.demo.folder import CONTENT

FOLDER = CONTENT / "pictures"
# Every picture of the demo carries this tag, and one with its own name: whatever editors
# do to its title or its file, it is found again.
TAG = "demo"
FIELDS = {"name", "title", "alt", "credit", "focal_point"}
FOCAL_POINT = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


def load_pictures() -> dict[str, int]:
    """Upload the pictures that are missing; return the id of each by its name.

    Raises:
        DemoContentError: if the list is wrong, or names a file that is not there.

    """
    file = FOLDER / "pictures.toml"
    ids = {}
    for position, values in enumerate(read_toml(file).get("picture", [])):
        place = Place(file).at("picture").at(position)
        check_fields(values, FIELDS, FIELDS - {"focal_point"}, place)
        name = values["name"]
        picture = SiteImage.objects.filter(tags__name=_own_tag(name)).first()
        ids[name] = (picture or _upload(values, place)).pk
    return ids


def empty_pictures() -> None:
    """Remove the demo's pictures, and their files once that is sure."""
    for picture in SiteImage.objects.filter(tags__name=TAG):
        picture.delete()


def _own_tag(name: str) -> str:
    return f"{TAG}-{name}"


def _upload(values: dict[str, Any], place: Place) -> SiteImage:
    """Return a new picture made from one entry of the list."""
    file = FOLDER / f"{values['name']}.png"
    if not file.exists():
        place.at("name").refuse(f"there is no file {file.name}")
    picture = SiteImage(
        title=values["title"],
        description=values["alt"],
        credit=values["credit"],
        **dict(zip(FOCAL_POINT, values.get("focal_point", ()), strict=False)),
    )
    with file.open("rb") as content:
        picture.file = ImageFile(content, name=file.name)
        picture.save()
    picture.tags.add(TAG, _own_tag(values["name"]))
    return picture
