"""Documents that editors upload."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail.documents.models import AbstractDocument, Document


class SiteDocument(AbstractDocument):
    """A file to download, such as a report or a form."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        """Names and the permission to choose a document."""

        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_sitedocument", "Can choose document")]
