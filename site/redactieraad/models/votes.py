"""What members said of a text."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from redactieraad.models.tasks import RedactieraadTaskState


class VoteQuerySet(models.QuerySet["Vote"]):
    """Finds votes."""

    def standing(self) -> VoteQuerySet:
        """Return the votes that no edit has voided."""
        return self.filter(voided_at=None)


class Vote(models.Model):
    """One member's judgement of one text, and of no later one.

    It belongs to a revision by its fingerprint: an editor's autosave writes over a
    revision, so that its number alone does not say which text it holds.
    """

    class Choice(models.TextChoices):
        """The two judgements. A question is a remark, and decides nothing."""

        APPROVE = "approve", _("Good like this")
        SEND_BACK = "send-back", _("Not yet")

    task_state = models.ForeignKey(
        RedactieraadTaskState, on_delete=models.CASCADE, related_name="votes"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="redactieraad_votes"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=64)
    choice = models.CharField(_("judgement"), max_length=10, choices=Choice.choices)
    was_expert = models.BooleanField(_("as an experience expert"))
    cast_at = models.DateTimeField(_("moment"), auto_now_add=True)
    voided_at = models.DateTimeField(_("voided"), null=True, blank=True)

    objects = VoteQuerySet.as_manager()

    class Meta:
        """Names, order, and one standing vote each."""

        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["cast_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task_state", "user"],
                condition=Q(voided_at=None),
                name="redactieraad_one_vote_each",
            )
        ]

    def __str__(self) -> str:
        """Return the judgement and its moment, without a name."""
        return f"{self.get_choice_display()} ({self.cast_at:%Y-%m-%d %H:%M})"
