"""Campaigns: what a council is asked, by which dates, and where it stands."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.models import Orderable

from challenge.models.council import Council
from challenge.vocabulary import LetterKind, Spending, Stage
from core.fields import CodesField

# A member sees their record for at least this long before the launch (index-method, fair play).
REPLY_DAYS = 7
WEEK_DAYS = 7


class Campaign(ClusterableModel):
    """One time that a council is asked to live on an amount for a week."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("short name for addresses"), max_length=60, unique=True)
    council = models.ForeignKey(
        Council, verbose_name=_("council"), on_delete=models.PROTECT, related_name="campaigns"
    )
    method = models.ForeignKey(
        "challenge.Method",
        verbose_name=_("method of the index"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="campaigns",
    )
    # Of the method as it was when the first invitation went out.
    method_digest = models.CharField(max_length=64, blank=True, editable=False)
    weekly_amount = models.DecimalField(
        _("amount for a week, in euros"),
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(1)],
    )
    covers = CodesField(
        verbose_name=_("what the amount is for"),
        codes=Spending.choices,
        help_text=_("Only this counts when we look whether somebody stayed within the amount."),
    )
    invitation_on = models.DateField(_("invitation"))
    receipt_by = models.DateField(_("confirm receipt by"))
    postcards_on = models.DateField(_("postcards handed over"), null=True, blank=True)
    decision_on = models.DateField(_("the decision is asked for"))
    last_reminder_on = models.DateField(_("last reminder"))
    answers_until = models.DateTimeField(_("answers until"))
    weeks_until = models.DateField(
        _("last day of the weeks"), help_text=_("The last day that a logbook week may have.")
    )
    reply_from = models.DateField(_("members see their record from"))
    reply_until = models.DateField(_("corrections until"))
    launch_at = models.DateTimeField(
        _("launch"), help_text=_("Until this moment nothing of the results is public.")
    )
    postcard_words = models.TextField(
        _("words on the postcard"),
        max_length=500,
        blank=True,
        help_text=_("In the name of who hands it over. The code to the member's page is added."),
    )
    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage.choices, default=Stage.PREPARING, editable=False
    )
    stage_since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Names and order."""

        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        ordering = ["-launch_at"]
        permissions = [
            ("run_campaign", "Can run campaigns: contacts, letters, stages"),
            ("read_responses", "Can read all responses to campaigns"),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def is_launched(self) -> bool:
        """Return whether the results are public: the one question of the embargo."""
        return self.stage == Stage.LAUNCHED

    @property
    def live(self) -> bool:
        """Return the same, as it is asked of what approved texts wait for."""
        return self.is_launched

    @property
    def amount_cents(self) -> int:
        """Return the amount for a week in cents."""
        return int(self.weekly_amount * 100)

    def takes_answers(self, now: Any) -> bool:
        """Return whether an answer can be given, or changed, at this moment."""
        return self.stage == Stage.RUNNING and now < self.answers_until

    def clean(self) -> None:
        """Refuse dates in an order that cannot be.

        Raises:
            ValidationError: by field, what is wrong.

        """
        faults = dict(self._faults())
        if faults:
            raise ValidationError(faults)

    def _faults(self) -> Iterator[tuple[str, Any]]:
        """Yield the dates that come too early, each with what it must not come before."""
        in_order = (
            "invitation_on", "receipt_by", "decision_on", "last_reminder_on", "answers_until",
            "weeks_until", "reply_from", "reply_until", "launch_at",
        )  # fmt: skip
        days = [(name, _day(getattr(self, name))) for name in in_order]
        known = [(name, day) for name, day in days if day]
        for (before, earlier), (name, day) in itertools.pairwise(known):
            if day < earlier:
                label = self._meta.get_field(before).verbose_name
                yield name, _("This comes before “%(other)s”.") % {"other": label}
        if self.reply_from and self.reply_until:
            least = self.reply_from + timedelta(days=REPLY_DAYS)
            if self.reply_until < least:
                yield "reply_until", _("Members need at least seven days to look at their record.")


class CampaignLetter(Orderable):
    """The words of one letter of a campaign."""

    campaign = ParentalKey(Campaign, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(_("letter"), max_length=15, choices=LetterKind.choices)
    subject = models.CharField(
        _("subject"),
        max_length=120,
        help_text=_("Without a name or an answer: others may see it on a screen."),
    )
    words = models.TextField(
        _("words"), help_text=_("The link to the personal page is added below them.")
    )

    class Meta(Orderable.Meta):
        """Names, and one letter of each kind."""

        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "kind"], name="challenge_letter_kind")
        ]

    def __str__(self) -> str:
        """Return what letter this is."""
        return self.get_kind_display()


def _day(value: Any) -> date | None:
    """Return the day of a date or of a moment, in the site's own time zone."""
    if hasattr(value, "hour"):
        return timezone.localtime(value).date()
    return value
