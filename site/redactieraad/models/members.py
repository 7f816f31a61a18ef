"""Who decides."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from languages.registry import SOURCE


def source_language_only() -> list[str]:
    """Return the languages that a new member reads until somebody says otherwise."""
    return [SOURCE]


class MemberQuerySet(models.QuerySet["Member"]):
    """Finds members."""

    def active(self) -> MemberQuerySet:
        """Return those who may vote now."""
        return self.filter(user__is_active=True, left_on=None)


class Member(models.Model):
    """Somebody's seat in the redactieraad.

    A member who leaves keeps the row, so that what was decided with their vote can be
    counted again; `left_on` ends their vote on what is not decided yet.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="redactieraad_member",
    )
    is_expert = models.BooleanField(
        _("is an experience expert"),
        default=False,
        help_text=_("Lives or lived in poverty, and decides from that experience."),
    )
    reads = models.JSONField(
        _("reads"),
        default=source_language_only,
        help_text=_("The languages in which this member can judge a text."),
    )
    joined_on = models.DateField(_("member since"), default=timezone.localdate)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    wants_digest = models.BooleanField(
        _("wants a reminder by e-mail"),
        default=True,
        help_text=_("At most one a day, and never at night."),
    )
    away_from = models.DateField(_("on holiday from"), null=True, blank=True)
    away_until = models.DateField(_("on holiday until"), null=True, blank=True)
    larger_letters = models.BooleanField(_("larger letters"), default=False)
    digest_sent_on = models.DateField(null=True, blank=True, editable=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        """Names and order."""

        verbose_name = _("member of the redactieraad")
        verbose_name_plural = _("members of the redactieraad")
        ordering = ["user__first_name", "user__last_name", "pk"]

    def __str__(self) -> str:
        """Return the member's name."""
        return str(self.user)

    @property
    def is_active(self) -> bool:
        """Return whether this member may vote now."""
        return self.left_on is None and self.user.is_active

    def can_read(self, language: str) -> bool:
        """Return whether this member can judge a text in this language (a language tag)."""
        # Who reads Dutch reads plain Dutch.
        return language in self.reads or language.split("-", maxsplit=1)[0] in self.reads
