"""What is no part of a place's page: who tends it, when it was found right, what is up today."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

import accounts.demo
from accounts.models import User
from warmtebronnen.demo.plan import Entry
from warmtebronnen.models import Confirmation, Notice, PrivateAddress, Tending, WarmtebronPage


def load_around(page: WarmtebronPage, entry: Entry) -> None:
    """Give a new place all that the plan knows beside its page."""
    partners = _give_partners(page, entry)
    _confirm(page, entry, partners)
    _give_notice(page, entry, partners)
    if "private_address" in entry.values:
        private = PrivateAddress(place=page)
        private.set_address(entry.values["private_address"])
        private.save()


def user_of(entry: Entry, name: str, field: str) -> User:
    """Return the demo account with this name.

    Raises:
        DemoContentError: there is none.

    """
    user = User.objects.filter(email=f"{name}@{accounts.demo.DOMAIN}").first()
    if user is None:
        entry.place.at(field).refuse(f"there is no demo account {name!r}")
    return user


def _give_partners(page: WarmtebronPage, entry: Entry) -> list[User]:
    users = [user_of(entry, name, "partners") for name in entry.values.get("partners", [])]
    for user in users:
        Tending.objects.create(user=user, place=page)
    return users


def _confirm(page: WarmtebronPage, entry: Entry, partners: list[User]) -> None:
    """Note when the place was last found right, if ever."""
    days = entry.values.get("confirmed_days_ago")
    if days is None:
        return
    by = entry.values.get("confirmed_by", Confirmation.By.PLACE)
    if by not in Confirmation.By.values:
        entry.place.at("confirmed_by").refuse(f"should be one of {Confirmation.By.values}")
    Confirmation.objects.create(
        place=page,
        by=by,
        confirmed_at=timezone.now() - dt.timedelta(days=days),
        user=partners[0] if partners and by == Confirmation.By.PLACE else None,
    )


def _give_notice(page: WarmtebronPage, entry: Entry, partners: list[User]) -> None:
    """Put up what holds for a few days around the day of loading."""
    values = entry.values.get("notice")
    if values is None:
        return
    today = timezone.localdate()
    notice = Notice(
        place=page,
        text=values.get("text", ""),
        is_closed=values.get("is_closed", False),
        starts_on=today + dt.timedelta(days=values.get("from_days", 0)),
        ends_on=today + dt.timedelta(days=values.get("until_days", 0)),
        made_by=partners[0] if partners else None,
    )
    notice.full_clean()
    notice.save()
