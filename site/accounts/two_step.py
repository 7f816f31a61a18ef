"""Who needs a second step to sign in, and who has one."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, Permission
from django.db.models import Q

from accounts.desks import groups_with_desk
from accounts.models import User

ADMIN_ACCESS = "wagtailadmin.access_admin"


def may_enter_admin(user: User | AnonymousUser) -> bool:
    """Return whether this person may enter the admin at all."""
    return user.is_active and user.has_perm(ADMIN_ACCESS)


def signs_in_by_password(user: User | AnonymousUser) -> bool:
    """Return whether no link signs this person in: their work is in the admin.

    Who works at a desk may be let into the admin as well, as partners are. A link brings them to
    their desk; the door of the admin then asks for the password.
    """
    if not may_enter_admin(user) or not isinstance(user, User):
        return False
    if user.is_superuser:
        return True
    others = user.groups.exclude(name__in=groups_with_desk())
    app, codename = ADMIN_ACCESS.split(".")
    access = Permission.objects.filter(content_type__app_label=app, codename=codename)
    return access.filter(Q(group__in=others) | Q(user=user)).exists()


def has_second_step(user: User) -> bool:
    """Return whether signing in asks this person for a code from their phone.

    Recovery codes alone do not count: they only stand in for the phone.
    """
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def must_set_up_second_step(user: User | AnonymousUser) -> bool:
    """Return whether this person still has to set up a second step for the admin."""
    return (
        settings.REQUIRE_TWO_STEP
        and isinstance(user, User)
        and may_enter_admin(user)
        and not has_second_step(user)
    )
