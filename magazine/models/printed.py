"""The PDF of an edition, as it was made last."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.storages import private_storage


def file_name(printed: PrintedEdition, _name: str) -> str:
    """Return where the file is kept."""
    return f"magazine/print/{printed.edition_id}-{printed.fingerprint[:16]}.pdf"


class PrintedEdition(models.Model):
    """The file of an edition in print, and of which content it was made.

    It is private: our view hands it out only as long as the content is still the same, so that
    what was taken offline is in no file that readers get.
    """

    edition = models.OneToOneField(
        "magazine.EditionPage",
        verbose_name=_("edition"),
        on_delete=models.CASCADE,
        related_name="printed",
    )
    fingerprint = models.CharField(max_length=64, blank=True)
    file = models.FileField(storage=private_storage, upload_to=file_name, blank=True)
    # Whether something has changed since; the clock looks.
    is_due = models.BooleanField(default=False, db_index=True)
    # When a reader had to wait for it, so that the next ones do not ask again.
    asked_at = models.DateTimeField(null=True)
    # The content that could not be typeset, so that it is not tried over and over.
    failed_fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        """Names. Nobody edits these."""

        verbose_name = _("printed edition")
        verbose_name_plural = _("printed editions")
        default_permissions = ()

    def __str__(self) -> str:
        """Return the edition's title."""
        return str(self.edition)
