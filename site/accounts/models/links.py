"""The links by which people sign in, as far as we keep them: not the links themselves."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SignInLink(models.Model):
    """A link that was mailed. `accounts.links` alone makes and uses it.

    The address in the mail is a name, by which the row is found, and a secret, of which
    only a digest is kept.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_in_links"
    )
    name = models.CharField(max_length=16, unique=True)
    digest = models.CharField(max_length=64)
    # The page on this site that the person was on the way to.
    onwards = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        """No permissions: no person ever changes these rows."""

        default_permissions = ()

    def __str__(self) -> str:
        """Return the link's number: neither whose it is, nor what opens it."""
        return f"{self.pk}"
