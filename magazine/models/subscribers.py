"""Who gets the newsletter."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.vault import Vault
from magazine.newsletter.querysets import SubscriberQuerySet

VAULT = Vault("newsletter")


class Subscriber(models.Model):
    """Somebody who asked for the newsletter: an address that we lock away, and languages.

    Nobody can read the address here. It is unlocked only to send a mail, and found only by
    who has the address already. Whoever unsubscribes is deleted.
    """

    address = models.TextField(editable=False)
    address_mark = models.CharField(max_length=64, unique=True, editable=False)
    # Language tags; the first is the language that we speak with this person.
    languages = models.JSONField(_("languages"), default=list)
    requested_at = models.DateTimeField(_("asked on"), default=timezone.now, db_index=True)
    confirmed_at = models.DateTimeField(_("confirmed on"), null=True, blank=True, db_index=True)
    # The hash of the key in the mail that asks to confirm, and how long that may be used.
    key_hash = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    key_ends_at = models.DateTimeField(null=True, blank=True, editable=False)
    bounced_at = models.DateTimeField(_("mail came back on"), null=True, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        """Names. There is no admin of single subscribers: nobody needs to look them up."""

        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        default_permissions = ()

    def __str__(self) -> str:
        """Return the number, never the address."""
        return f"{self.pk}"

    @classmethod
    def find(cls, address: str) -> Subscriber | None:
        """Return the subscriber with this address, however it is written."""
        return cls.objects.filter(address_mark__in=VAULT.marks(_plain(address))).first()

    def set_address(self, address: str) -> None:
        """Lock an address away."""
        self.address = VAULT.lock_text(address.strip())
        self.address_mark = VAULT.mark(_plain(address))

    def unlock_address(self) -> str:
        """Return the address, to send a mail to.

        Raises:
            SealedError: its key is gone.

        """
        return VAULT.unlock_text(self.address)


def _plain(address: str) -> str:
    """Return an address as it is compared: no server tells capitals apart."""
    return address.strip().casefold()
