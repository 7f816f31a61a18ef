"""What holds for a few days: closed this week, other hours today."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from warmtebronnen.querysets import NoticeQuerySet


class Notice(models.Model):
    """A fact for a few days, told by who tends the place. It goes public at once, and is logged."""

    # The page in the site's own language stands for the place in every language.
    place = models.ForeignKey(
        "warmtebronnen.WarmtebronPage",
        verbose_name=_("place"),
        on_delete=models.CASCADE,
        related_name="notices",
    )
    text = models.CharField(
        _("notice"),
        max_length=200,
        blank=True,
        help_text=_("For example: we are closed for the summer."),
    )
    is_closed = models.BooleanField(_("closed on these days"), default=False)
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until and including"), default=timezone.localdate)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        """Names and order."""

        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["starts_on", "pk"]

    def __str__(self) -> str:
        """Return what it says."""
        return self.text or str(_("Closed"))

    def clean(self) -> None:
        """Refuse a notice that says nothing, or ends before it starts.

        Raises:
            ValidationError: at the field that is wrong.

        """
        super().clean()
        if not self.text and not self.is_closed:
            raise ValidationError({"text": _("Say what is the matter, or tick that you close.")})
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("This day comes before the first day.")})
