"""Who is asked in a campaign, and their personal links."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from challenge.models.campaigns import Campaign
from challenge.models.council import CouncilMember, Party
from challenge.querysets import InviteeQuerySet
from challenge.vocabulary import AddressStanding, Outside


class Invitee(models.Model):
    """One council member in one campaign, for the party of that time."""

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), on_delete=models.PROTECT, related_name="invitees"
    )
    member = models.ForeignKey(
        CouncilMember,
        verbose_name=_("council member"),
        on_delete=models.PROTECT,
        related_name="invitations",
    )
    party = models.ForeignKey(
        Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="invitees"
    )
    outside = models.CharField(
        _("outside the count"), max_length=8, choices=Outside.choices, blank=True
    )
    outside_since = models.DateField(_("since"), null=True, blank=True)
    receipt_confirmed_at = models.DateTimeField(_("receipt confirmed"), null=True, blank=True)
    address = models.CharField(
        _("e-mail address"),
        max_length=8,
        choices=AddressStanding.choices,
        default=AddressStanding.UNKNOWN,
    )

    objects = InviteeQuerySet.as_manager()

    class Meta:
        """Names, order, and one place for each member."""

        verbose_name = _("invited member")
        verbose_name_plural = _("invited members")
        ordering = ["member__sort_name"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "member"], name="challenge_invitee_once")
        ]

    def __str__(self) -> str:
        """Return who."""
        return str(self.member)


class PersonalLink(models.Model):
    """A link to a member's own page. Its secret is in the letter only."""

    invitee = models.ForeignKey(Invitee, on_delete=models.CASCADE, related_name="links")
    name = models.CharField(max_length=16, unique=True)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(_("until"))
    revoked_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True)

    class Meta:
        """Names."""

        verbose_name = _("personal link")
        verbose_name_plural = _("personal links")

    def __str__(self) -> str:
        """Return the number, never the secret."""
        return f"{self.pk}"


class Guest(models.Model):
    """Somebody who joins beside the council: shown beside the index, never in it."""

    campaign = models.ForeignKey(
        Campaign, verbose_name=_("campaign"), on_delete=models.CASCADE, related_name="guests"
    )
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=120)
    words = models.TextField(_("words"), max_length=600, blank=True)

    class Meta:
        """Names and order."""

        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name
