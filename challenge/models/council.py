"""Councils, their parties, and who sits in them for which party, from when until when."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _

from challenge.querysets import MembershipQuerySet
from core.locked import LockedTextField
from core.vault import Vault

EMAIL_PURPOSE = "e-mail address of a council member"
# Sent with `member`, in the transaction in which the address they had is taken from them.
address_changed = Signal()


class Council(models.Model):
    """A council that can be asked: that of Rotterdam, or of another city."""

    name = models.CharField(_("name"), max_length=120)
    city = models.CharField(_("city"), max_length=80)
    slug = models.SlugField(_("short name for addresses"), max_length=60, unique=True)
    is_example = models.BooleanField(
        _("example"), default=False, help_text=_("Readers are told that it is invented.")
    )

    class Meta:
        """Names and order."""

        verbose_name = _("council")
        verbose_name_plural = _("councils")
        ordering = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Party(models.Model):
    """A party with seats in a council."""

    council = models.ForeignKey(
        Council, verbose_name=_("council"), on_delete=models.PROTECT, related_name="parties"
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    short_name = models.CharField(_("short name"), max_length=40, blank=True)
    slug = models.SlugField(_("short name for addresses"), max_length=60)

    class Meta:
        """Names, order, and that no two parties of a council share an address."""

        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["council", "slug"], name="challenge_party_slug"),
            models.UniqueConstraint(fields=["council", "name"], name="challenge_party_name"),
        ]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class CouncilMember(ClusterableModel):
    """Somebody who sits, or sat, in a council. Their address is never public."""

    council = models.ForeignKey(
        Council, verbose_name=_("council"), on_delete=models.PROTECT, related_name="members"
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    sort_name = models.CharField(
        _("name to sort by"),
        max_length=120,
        blank=True,
        help_text=_("The family name first, as in a telephone book."),
    )
    portfolio = models.CharField(_("portfolio"), max_length=200, blank=True)
    email = LockedTextField(_("e-mail address"), blank=True, purpose=EMAIL_PURPOSE)
    # What an import finds a member by, without unlocking all addresses.
    email_mark = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    phone = LockedTextField(
        _("phone number"), blank=True, purpose="phone number of a council member"
    )

    class Meta:
        """Names and order."""

        verbose_name = _("council member")
        verbose_name_plural = _("council members")
        ordering = ["sort_name", "name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep what this member is found and sorted by with what was filled in.

        Whoever holds something that was sent to the address they had until now is told.
        """
        self.sort_name = self.sort_name or self.name
        self.email_mark = mark_of(self.email)
        former = self._kept_address()
        super().save(*args, **kwargs)
        # Marks differ where people see two addresses: not by capitals, nor by spaces around them.
        if former and mark_of(former) != mark_of(self._kept_address()):
            address_changed.send(sender=type(self), member=self)

    def _kept_address(self) -> str:
        """Return the address as the database has it; empty for none."""
        kept = type(self).objects.filter(pk=self.pk).values_list("email", flat=True)
        return kept.first() or ""


class Membership(models.Model):
    """The time that a member sits in the council for one party."""

    member = ParentalKey(
        CouncilMember,
        verbose_name=_("council member"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    party = models.ForeignKey(
        Party, verbose_name=_("party"), on_delete=models.PROTECT, related_name="memberships"
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day. Empty: still a member.")
    )

    objects = MembershipQuerySet.as_manager()
    # False where a form looks at all of a member's times together.
    looks_at_others = True

    class Meta:
        """Names, order, and that a time does not end before it began."""

        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="challenge_membership_order",
            )
        ]

    def __str__(self) -> str:
        """Return who, for which party."""
        return f"{self.member}, {self.party}"

    def clean(self) -> None:
        """Refuse a member of two parties at the same time, or of a party elsewhere.

        Raises:
            ValidationError: by field, what is wrong.

        """
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("This is before the first day.")})
        if self.party_id and self.member_id and self.party.council_id != self.member.council_id:
            raise ValidationError({"party": _("This party sits in another council.")})
        looks = self.looks_at_others and self.member_id and self.starts_on
        if looks and self._others().exists():
            raise ValidationError(
                {"starts_on": _("In this time the member already sits for a party.")}
            )

    def _others(self) -> MembershipQuerySet:
        """Return this member's other memberships that overlap this one."""
        others = Membership.objects.filter(member=self.member_id).exclude(pk=self.pk)
        return others.between(self.starts_on, self.ends_on or dt.date.max)


def mark_of(email: str) -> str:
    """Return what a member is found by who has this address; empty for no address."""
    address = email.strip().lower()
    return Vault(EMAIL_PURPOSE).mark(address) if address else ""
