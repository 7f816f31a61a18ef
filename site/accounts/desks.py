"""Where people work outside the admin; features register their desks in `ready()`."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise

from accounts.models import User


@dataclass(frozen=True)
class Desk:
    """A place to work, outside the admin.

    Attributes:
        group: the name of the group that works there.
        url_name: the name of its address.
        label: what the way there is called.

    """

    group: str
    url_name: str
    label: str | Promise


_desks: dict[str, Desk] = {}


def register_desk(desk: Desk) -> None:
    """Lead this group to its desk, right after signing in and from each one's own account."""
    _desks[desk.group] = desk


def groups_with_desk() -> list[str]:
    """Return the names of the groups whose work is at a desk."""
    return list(_desks)


def desks_of(user: User | AnonymousUser) -> list[Desk]:
    """Return the desks of this person, in the order of their groups' names."""
    groups = user.groups.order_by("name").values_list("name", flat=True)
    return [_desks[name] for name in groups if name in _desks]
