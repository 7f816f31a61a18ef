"""What members and writers tell each other about a text, in writing or by voice."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.storages import private_storage
from redactieraad.models.tasks import RedactieraadTaskState


class Remark(models.Model):
    """A remark or a question, private to the council and the writers, gone with the task."""

    class Kind(models.TextChoices):
        """What a remark is for."""

        REMARK = "remark", _("Remark")
        QUESTION = "question", _("Question")
        SENT_BACK = "sent-back", _("Why not yet")
        ANSWER = "answer", _("Answer")

    task_state = models.ForeignKey(
        RedactieraadTaskState, on_delete=models.CASCADE, related_name="remarks"
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.REMARK)
    text = models.TextField(_("remark"), max_length=2000, blank=True)
    voice = models.FileField(
        _("voice note"),
        storage=private_storage,
        upload_to="redactieraad/voice/%Y/%m/",
        blank=True,
    )
    made_at = models.DateTimeField(_("moment"), auto_now_add=True)

    class Meta:
        """Names and order."""

        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        """Return the kind and its moment; what was said is private."""
        return f"{self.get_kind_display()} ({self.made_at:%Y-%m-%d %H:%M})"
