"""Snapshots of the index, chained so that a change shows, and which of them is public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from challenge.models.campaigns import Campaign
from redactieraad.forms.texts import GovernedRecordForm
from redactieraad.governed import Governed
from redactieraad.models.appendonly import AppendOnly, AppendOnlyQuerySet


class Snapshot(AppendOnly):
    """The index at one moment: what went in, by which method, and what came out."""

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), on_delete=models.PROTECT, related_name="snapshots"
    )
    number = models.PositiveIntegerField(_("number"))
    # Canonical JSON: what the digest is taken of, to the letter.
    content = models.TextField(_("contents"))
    digest = models.CharField(_("SHA-256"), max_length=64, unique=True)
    previous_digest = models.CharField(max_length=64, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    code_version = models.CharField(_("version of the code"), max_length=40)
    made_at = models.DateTimeField(_("made on"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        """Names, order, and that the chain has no forks."""

        verbose_name = _("snapshot of the index")
        verbose_name_plural = _("snapshots of the index")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="challenge_snapshot_number")
        ]

    def __str__(self) -> str:
        """Return which one."""
        return f"{self.campaign} {self.number}"


class Release(Governed, PreviewableMixin, WorkflowMixin, DraftStateMixin, RevisionMixin):
    """Which snapshot is published, and how. The redactieraad decides; the launch shows it."""

    campaign = models.OneToOneField(
        Campaign, verbose_name=_("campaign"), on_delete=models.PROTECT, related_name="release"
    )
    snapshot = models.ForeignKey(
        Snapshot, verbose_name=_("snapshot"), on_delete=models.PROTECT, related_name="releases"
    )
    introduction = models.TextField(
        _("introduction"), max_length=1000, help_text=_("What readers read above the index.")
    )
    shows_league = models.BooleanField(
        _("show a table of persons in order"),
        default=False,
        help_text=_("Without it, persons are only listed under the answer that they gave."),
    )

    panels = [
        FieldPanel("campaign"),
        FieldPanel("snapshot"),
        FieldPanel("introduction"),
        FieldPanel("shows_league"),
        PublishingPanel(),
    ]
    base_form_class = GovernedRecordForm

    class Meta:
        """Names."""

        verbose_name = _("publication of the index")
        verbose_name_plural = _("publications of the index")

    def __str__(self) -> str:
        """Return of which campaign. Never a result: others see it in lists."""
        return str(self.campaign)

    @cached_property
    def has_logbooks(self) -> bool:
        """Return whether somebody made something of a logbook public.

        `challenge.embargo` finds it out together with the release.
        """
        from challenge.embargo import public_entries  # noqa: PLC0415 - it needs this class

        found: bool | None = self.__dict__.get("with_logbooks")
        return public_entries(self.campaign_id).exists() if found is None else found

    def may_appear(self) -> bool:
        """Return whether the launch was: nothing of the results is public before."""
        return self.appears_with().is_launched

    def appears_with(self) -> Campaign:
        """Return the campaign as it is now: its launch is what this waits for."""
        return Campaign.objects.get(pk=self.campaign_id)

    def may_be_judged(self) -> bool:
        """Return True: the redactieraad decides before the launch."""
        return True

    def faults_by_field(self) -> Iterator[tuple[str, str]]:
        """Yield that this is not the newest snapshot of this campaign."""
        yield from super().faults_by_field()
        newest = Snapshot.objects.filter(campaign=self.campaign_id).first()
        if newest is not None and newest.pk != self.snapshot_id:
            yield "snapshot", gettext("Choose the newest snapshot of this campaign.")

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show the index as readers will see it."""
        return "challenge/previews/release.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Give the template what it takes."""
        from challenge.publication.previews import preview_of_release  # noqa: PLC0415 - it needs this

        return preview_of_release(self)
