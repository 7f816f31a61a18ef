"""People of the programme, and the roles they have had."""

from __future__ import annotations

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from core.enumerating import listed
from core.fields import picture_field
from projects.models.base import TranslatableRecord
from projects.querysets import PersonQuerySet, PersonRoleQuerySet


# django-stubs does not follow modelcluster's ParentalKey back to `roles`.
class Person(TranslatableRecord, ClusterableModel):  # type: ignore[django-manager-missing]
    """Somebody of the team or the board, an ambassador, an author or a photographer."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As this person wants to be named.")
    )
    about = models.TextField(
        _("about this person"),
        max_length=600,
        blank=True,
        help_text=_("One or two sentences that this person agrees with."),
    )
    photo = picture_field(_("photo"))
    is_example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("Tick this for an invented person. Readers then see the word 'example'."),
    )

    objects = PersonQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("about"),
        FieldPanel("photo"),
        FieldPanel("is_example"),
        InlinePanel("roles", heading=_("Roles"), label=_("role")),
    ]
    search_fields = [
        *TranslatableRecord.search_fields,
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("about"),
        # The filter by role gives the search a list of people.
        index.FilterField("id"),
        index.FilterField("name"),
        index.FilterField("is_example"),
    ]

    class Meta(TranslatableRecord.Meta):
        """Names and order."""

        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name

    @property
    def roles_text(self) -> str:
        """Return all roles, past and present, in one line."""
        return listed(self.roles.all())


class PersonRole(TranslatableMixin, Orderable):
    """What one person does, or did, for the programme."""

    class Role(models.TextChoices):
        """The roles that the programme knows."""

        TEAM = "team", _("Programme team")
        CHAIR = "chair", _("Chair of the board")
        SECRETARY = "secretary", _("Secretary of the board")
        TREASURER = "treasurer", _("Treasurer of the board")
        EXPERT_SEAT = "expert-seat", _("Board seat for an experience expert")
        BOARD_MEMBER = "board-member", _("Member of the board")
        AMBASSADOR = "ambassador", _("Ambassador")
        AUTHOR = "author", _("Author")
        PHOTOGRAPHER = "photographer", _("Photographer")

    person = ParentalKey(Person, related_name="roles", on_delete=models.CASCADE)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    task = models.CharField(
        _("task"),
        max_length=120,
        blank=True,
        help_text=_("For example: project leader of one line."),
    )
    since = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Leave empty if nobody knows.")
    )
    until = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The last day. Leave empty while it goes on."),
    )

    objects = PersonRoleQuerySet.as_manager()

    panels = [
        FieldPanel("role"),
        FieldPanel("task"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        """Names."""

        verbose_name = _("role")
        verbose_name_plural = _("roles")

    def __str__(self) -> str:
        """Return the role and, where there is one, the task."""
        return f"{self.get_role_display()}: {self.task}" if self.task else self.get_role_display()

    def clean(self) -> None:
        """Refuse a period that ends before it begins."""
        super().clean()
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("The last day is before the first day.")})
