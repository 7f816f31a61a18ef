"""Inviting somebody to tend a place: their account, their tending, and a mail with the way in."""

from __future__ import annotations

from dataclasses import dataclass

from django_tasks import task

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from wagtail.users.models import UserProfile

from accounts import links
from accounts.models import User
from accounts.two_step import signs_in_by_password
from core.letters import send, sending
from redactieraad.letters.sending import language_for
from warmtebronnen.models import Tending, WarmtebronPage
from warmtebronnen.partners.tending import join


@dataclass(frozen=True)
class Invited:
    """Who is invited.

    Attributes:
        email: their address.
        first_name: their first name, if it is known.
        last_name: their last name, if it is known.
        language: the tag of the language to write in.

    """

    email: str
    first_name: str
    last_name: str
    language: str


@transaction.atomic
def invite(who: Invited, place: WarmtebronPage, invited_by: User | None) -> Tending:
    """Let somebody tend a place, and tell them; who has an account keeps it as it is."""
    user = User.objects.filter(email=who.email.lower()).first()
    if user is None:
        names = {"first_name": who.first_name, "last_name": who.last_name}
        user = User.objects.create_user(who.email, **names)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = who.language
        profile.save(update_fields=["preferred_language"])
    tending = join(user, place, invited_by=invited_by)
    mail_invitation.enqueue(tending.pk)
    return tending


@task()
def mail_invitation(tending_id: int, attempt: int = 0) -> None:
    """Mail somebody the way to the desk, unless they were removed meanwhile."""
    found = Tending.objects.select_related("user", "place").filter(pk=tending_id)
    tending = found.filter(user__is_active=True).first()
    if tending is None:
        return
    desk = reverse("partner:desk")
    if signs_in_by_password(tending.user):
        # No link signs in who works in the admin.
        path = desk
    else:
        path = reverse("account_open_link", args=[links.make(tending.user, desk, timezone.now())])
    context = {"who": tending.user, "place": tending.place, "path": path, "desk": desk}
    with sending(mail_invitation, attempt, tending_id):
        name = "warmtebronnen/email/invitation"
        send(tending.user.email, name, context, language=language_for(tending.user))
