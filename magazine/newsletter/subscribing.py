"""Asking for the newsletter, confirming that, and leaving again."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from languages.registry import LANGUAGES
from magazine.models import Letter, Subscriber
from magazine.newsletter.keys import hash_of, new_key

KEY_LIFE = timedelta(days=2)
UNCONFIRMED_LIFE = timedelta(days=7)
BOUNCED_LIFE = timedelta(days=30)


class Answer(StrEnum):
    """What a key that confirms turns out to be."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    USED = "used"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


def in_order(languages: list[str], first: str) -> list[str]:
    """Return languages with the one that a person reads now in front, then as the site has them."""
    known = [language.code for language in LANGUAGES if language.code in languages]
    return sorted(known, key=lambda code: code != first)


@transaction.atomic
def ask(address: str, languages: list[str]) -> Subscriber:
    """Note that somebody asked for the newsletter at this address.

    Of who subscribed before, nothing changes: anybody can fill in any address.
    """
    subscriber = Subscriber.find(address)
    if subscriber is None:
        new = Subscriber()
        new.set_address(address)
        subscriber, _is_new = Subscriber.objects.get_or_create(
            address_mark=new.address_mark, defaults={"address": new.address}
        )
    if subscriber.confirmed_at and not subscriber.bounced_at:
        return subscriber
    subscriber.set_address(address)
    subscriber.languages = languages
    subscriber.requested_at = timezone.now()
    subscriber.confirmed_at = subscriber.bounced_at = None
    subscriber.save()
    return subscriber


def give_key(subscriber: Subscriber) -> str:
    """Return a new key with which this subscriber confirms; an earlier one stops working."""
    key = new_key()
    subscriber.key_hash = hash_of(key)
    subscriber.key_ends_at = timezone.now() + KEY_LIFE
    subscriber.save(update_fields=["key_hash", "key_ends_at"])
    return key


def look_at(key: str) -> Answer:
    """Return what this key is, and change nothing: programs open links too."""
    found = Subscriber.objects.filter(key_hash=hash_of(key)).first()
    if found is None:
        return Answer.UNKNOWN
    if found.confirmed_at:
        return Answer.USED
    is_over = found.key_ends_at is None or found.key_ends_at < timezone.now()
    return Answer.EXPIRED if is_over else Answer.OPEN


def confirm(key: str) -> Answer:
    """Confirm with a key, if it is one that still may."""
    answer = look_at(key)
    if answer is not Answer.OPEN:
        return answer
    open_ones = Subscriber.objects.filter(key_hash=hash_of(key), confirmed_at=None)
    return Answer.CONFIRMED if open_ones.update(confirmed_at=timezone.now()) else Answer.USED


@transaction.atomic
def leave(subscriber: Subscriber) -> None:
    """Delete a subscriber, and the letters that were still to come. Those sent keep no name."""
    Letter.objects.filter(subscriber=subscriber, state=Letter.State.PENDING).delete()
    subscriber.delete()


def forget() -> None:
    """Delete who never confirmed, and whose mail keeps coming back; part sent letters from names.

    Called every day by the clock.
    """
    now = timezone.now()
    gone = Subscriber.objects.to_forget(now - UNCONFIRMED_LIFE, now - BOUNCED_LIFE)
    for subscriber in gone.iterator():
        leave(subscriber)
    old = Letter.objects.filter(mailing__finished_at__lt=now - BOUNCED_LIFE)
    old.exclude(subscriber=None).update(subscriber=None)
