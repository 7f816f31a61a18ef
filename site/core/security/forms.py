"""The upload forms of the admin."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


class ImageForm(BaseImageForm):
    """A picture with its alt text."""


class DocumentForm(BaseDocumentForm):
    """A document."""
