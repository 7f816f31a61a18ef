"""What the redactieraad decided: that exactly this text may appear."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Finds decisions."""

    def of(self, content_type: ContentType, object_id: object) -> DecisionQuerySet:
        """Return the decisions on one object, the newest first.

        Args:
            content_type: the object's *base* content type, as Wagtail's revisions have it.
            object_id: its primary key.

        """
        found = self.filter(content_type=content_type, object_id=str(object_id))
        return found.order_by("-decided_at", "-pk")

    def in_force(self) -> DecisionQuerySet:
        """Return the decisions that may still be carried out."""
        return self.filter(ended_at=None)


class Decision(models.Model):
    """A text that may appear, as long as the decision is in force.

    It ends when a later text of the same object is approved, and when the object is
    taken offline: what went offline comes back by a new decision only.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    task_state = models.ForeignKey(
        "redactieraad.RedactieraadTaskState",
        on_delete=models.SET_NULL,
        null=True,
        related_name="decisions",
    )
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    language = models.CharField(_("language"), max_length=20)
    approvals = models.PositiveSmallIntegerField(_("approvals"))
    experts = models.PositiveSmallIntegerField(_("of whom experience experts"))
    # The publication that a translation follows; empty for a text of its own.
    follows = models.ForeignKey(
        "redactieraad.Entry", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        """Names and the index that the guard reads by."""

        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [
            models.Index(
                fields=["content_type", "object_id", "ended_at"], name="redactieraad_decision_of"
            )
        ]

    def __str__(self) -> str:
        """Return what was decided, without its text."""
        return f"{self.content_type.model} {self.object_id}: {self.fingerprint[:8]}"
