"""The user of the site: an e-mail address is the name to sign in with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users whose e-mail address is kept in lower case."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a new, saved user.

        Raises:
            ValueError: the e-mail address is empty.

        """
        if not email:
            message = "A user needs an e-mail address."
            raise ValueError(message)
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Return a new, saved user who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the user with this e-mail address, however it is capitalised."""
        return self.get(email=(username or "").lower())


# Wagtail is untyped, so that mypy does not see who points at a user.
class User(AbstractUser):  # type: ignore[django-manager-missing]
    """Somebody who can sign in."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)
    # Every session carries a mark of it: when it moves on, all of them end.
    sessions_era = models.PositiveIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        """Names, and one account for an address however it is capitalised."""

        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case")
        ]

    def __str__(self) -> str:
        """Return the name, or the e-mail address where there is no name."""
        return self.get_full_name() or self.email

    def clean(self) -> None:
        """Keep the e-mail address in lower case."""
        super().clean()
        self.email = self.email.lower()

    def get_session_auth_hash(self) -> str:
        """Return what a session of this person carries as long as it holds."""
        return self._in_this_era(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Yield what sessions carry that were signed with an earlier `SECRET_KEY`."""
        for mark in super().get_session_auth_fallback_hash():
            yield self._in_this_era(mark)

    def end_all_sessions(self) -> None:
        """Sign this person out on every device, also on this one."""
        type(self).objects.filter(pk=self.pk).update(sessions_era=F("sessions_era") + 1)
        self.refresh_from_db(fields=["sessions_era"])

    def _in_this_era(self, mark: str) -> str:
        # No key is needed: the mark was made with the one that is right for it.
        return hashlib.sha256(f"{mark}:{self.sessions_era}".encode()).hexdigest()
