"""The order, the parents and the types of the demo's pages, in every language the same."""

from __future__ import annotations

from dataclasses import dataclass

from django.apps import apps

from wagtail.models import Page

from core.demo.faults import Place
from core.demo.files import check_fields, read_toml
from home.demo.folder import CONTENT

FILE = CONTENT / "tree.toml"
HOME = "home"
FIELDS = {"key", "type", "parent", "in_menu", "programme_line"}


@dataclass(frozen=True)
class Node:
    """One page of the tree.

    Attributes:
        key: its name in the demo content, the same in every language.
        model: its page type.
        parent: the key of the page above it; empty for home.
        in_menu: whether it stands in the menu, or among the cards of its parent.
        programme_line: the key of the programme line that the page is about, if any.
        place: where it stands in the file.

    """

    key: str
    model: type[Page]
    parent: str
    in_menu: bool
    programme_line: str
    place: Place


Tree = dict[str, Node]


def read_tree() -> Tree:
    """Return the nodes by key, each after its parent.

    Raises:
        DemoContentError: if an entry is incomplete, or stands before its parent.

    """
    tree: Tree = {}
    for position, values in enumerate(read_toml(FILE).get("page", [])):
        place = Place(FILE).at("page").at(position)
        check_fields(values, FIELDS, {"key", "type"}, place)
        key, parent = values["key"], values.get("parent", "")
        if key in tree:
            place.at("key").refuse(f"{key!r} is there already")
        if parent not in tree and (parent or key != HOME):
            place.at("parent").refuse(f"no page {parent!r} stands before it")
        tree[key] = Node(
            key=key,
            model=_page_model(values["type"], place.at("type")),
            parent=parent,
            in_menu=values.get("in_menu", False),
            programme_line=values.get("programme_line", ""),
            place=place,
        )
    return tree


def _page_model(label: str, place: Place) -> type[Page]:
    """Return the page type with this label, such as `home.InfoPage`."""
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        place.refuse(f"there is no model {label!r}")
    if not issubclass(model, Page):
        place.refuse(f"{label!r} is no page type")
    return model
