"""What accounts adds to the admin."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wagtail import hooks
from wagtail.models import TranslatableMixin

from accounts.groups import TRANSLATORS
from accounts.models import User


@hooks.register("before_edit_snippet", order=-1)
def keep_originals_from_translators(request: HttpRequest, instance: Any) -> None:
    """Let translators change translations only.

    Raises:
        PermissionDenied: this is the original, and the person is a translator and no more.

    """
    if (
        isinstance(instance, TranslatableMixin)
        and instance.locale.language_code == settings.LANGUAGE_CODE
        and _is_translator_only(request.user, instance)
    ):
        raise PermissionDenied


def _is_translator_only(user: User | AnonymousUser, instance: Any) -> bool:
    """Return whether nothing but being a translator lets this person change the record."""
    if user.is_superuser:
        return False
    meta = instance._meta
    others = user.groups.exclude(name=TRANSLATORS)
    return not others.filter(
        permissions__codename=f"change_{meta.model_name}",
        permissions__content_type__app_label=meta.app_label,
    ).exists()


@hooks.register("before_bulk_action")
def keep_administrators_accounts(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Keep administrators' accounts out of what others do to many accounts at once.

    Raises:
        PermissionDenied: there is an administrator among them, and this person is none.

    """
    if not request.user.is_superuser and any(
        isinstance(thing, User) and thing.is_superuser for thing in objects
    ):
        raise PermissionDenied


@hooks.register("register_account_menu_item")
def own_account(request: HttpRequest) -> dict[str, str]:
    """Lead from Wagtail's account page to the password and two-step sign-in."""
    return {
        "url": reverse("account_home"),
        "label": _("Password and two-step sign-in"),
        "help_text": _("Change your password, or use another phone to sign in."),
    }
