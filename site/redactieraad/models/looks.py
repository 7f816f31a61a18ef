"""What a member last looked at, so that the desk can show what changed since."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LookQuerySet(models.QuerySet["Look"]):
    """Finds looks."""

    def at(self, content_type: ContentType, object_id: object) -> LookQuerySet:
        """Return the looks of all members at one object.

        Args:
            content_type: the object's *base* content type, as Wagtail's revisions have it.
            object_id: its primary key.

        """
        return self.filter(content_type=content_type, object_id=str(object_id))


class Look(models.Model):
    """The text that a member saw last, and the other text that they saw before it.

    It holds the words themselves: an editor's autosave writes over a revision, so that a
    revision's number does not say what somebody saw. They go when the text is decided on.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    looked_at = models.DateTimeField(_("moment"))
    content_before = models.JSONField(encoder=DjangoJSONEncoder, null=True)
    looked_before_at = models.DateTimeField(null=True)

    objects = LookQuerySet.as_manager()

    class Meta:
        """Names, and one look at each text."""

        verbose_name = _("look at a text")
        verbose_name_plural = _("looks at texts")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "content_type", "object_id"], name="redactieraad_one_look_each"
            )
        ]

    def __str__(self) -> str:
        """Return which text, without its words."""
        return f"{self.content_type.model} {self.object_id}: {self.fingerprint[:8]}"

    def move_on(self, fingerprint: str, content: dict[str, Any]) -> None:
        """Keep a text that is seen now; the last one becomes the one before."""
        self.content_before, self.looked_before_at = self.content, self.looked_at
        self.fingerprint, self.content = fingerprint, content
        self.looked_at = timezone.now()
