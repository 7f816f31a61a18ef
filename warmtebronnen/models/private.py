"""Where a confidential place is: for who must know, and locked."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.vault import Vault

VAULT = Vault("address of a confidential place")


class PrivateAddress(models.Model):
    """The address of a confidential place.

    It is no part of the page, so that no revision, preview, export, search or copy of a page
    can give it away.
    """

    place = models.OneToOneField(
        "warmtebronnen.WarmtebronPage",
        verbose_name=_("place"),
        on_delete=models.CASCADE,
        related_name="private_address",
    )
    locked_address = models.TextField(editable=False)

    class Meta:
        """Names."""

        verbose_name = _("confidential address")
        verbose_name_plural = _("confidential addresses")

    def __str__(self) -> str:
        """Return the number of the place, never the address."""
        return f"{self.place_id}"

    def set_address(self, address: str) -> None:
        """Lock an address away."""
        self.locked_address = VAULT.lock_text(address.strip())

    def unlock_address(self) -> str:
        """Return the address, for who tends the place and for Beheer.

        Raises:
            SealedError: its key is gone.

        """
        return VAULT.unlock_text(self.locked_address)
