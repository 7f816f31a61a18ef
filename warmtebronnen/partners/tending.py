"""Who tends a place: joining, leaving, and the group that follows from it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from accounts.models import User
from warmtebronnen.models import Tending, WarmtebronPage
from warmtebronnen.row_numbers import row_number

PARTNERS = "Partners"


def connect() -> None:
    """Let the group follow from who tends a place, whatever made or ended that."""
    uid = "warmtebronnen.tending."
    post_save.connect(_on_joining, sender=Tending, dispatch_uid=f"{uid}joining")
    post_delete.connect(_on_leaving, sender=Tending, dispatch_uid=f"{uid}leaving")


def join(user: User, place: WarmtebronPage, *, invited_by: User | None = None) -> Tending:
    """Let somebody tend a place; who does already, goes on."""
    tending, _is_new = Tending.objects.get_or_create(
        user=user, place=place, defaults={"invited_by": invited_by}
    )
    return tending


def leave(tending: Tending) -> None:
    """End somebody's tending; they have no way in from this moment."""
    with transaction.atomic():
        tending.delete()


def tending_of(user: Any, place_id: int) -> Tending | None:
    """Return by what this person may work on a place; None if they may not."""
    number = row_number(str(place_id))
    found = Tending.objects.filter(user=user.pk, place=number, user__is_active=True)
    return found.select_related("user", "place__locale").first()


def _on_joining(instance: Tending, *, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        instance.user.groups.add(Group.objects.get(name=PARTNERS))


def _on_leaving(instance: Tending, **kwargs: Any) -> None:
    """Close the desk's door to who tends no place any more."""
    if Tending.objects.filter(user=instance.user_id).exists():
        return
    User.groups.through.objects.filter(user=instance.user_id, group__name=PARTNERS).delete()
