"""The workflow task whose approval takes a quorum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail.models import AbstractGroupApprovalTask, TaskState, WorkflowState

from redactieraad.quorum import Quorum

if TYPE_CHECKING:
    from accounts.models import User


class RedactieraadTaskState(TaskState):
    """One text at the redactieraad. Votes, not a single click, approve it."""

    # The quorum of the moment when the text was submitted: making it easier while a text is
    # being judged changes nothing for that text.
    approvals_needed = models.PositiveSmallIntegerField(editable=False)
    experts_needed = models.PositiveSmallIntegerField(editable=False)

    class Meta:
        """Names."""

        verbose_name = _("text at the redactieraad")
        verbose_name_plural = _("texts at the redactieraad")

    @property
    def quorum(self) -> Quorum:
        """Return what this text needs, if it is no translation of a public one."""
        return Quorum(self.approvals_needed, self.experts_needed)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the quorum that holds when the text is submitted."""
        if self._state.adding:
            task = self.task.specific
            self.approvals_needed, self.experts_needed = task.approvals, task.experts
        super().save(*args, **kwargs)

    def approve(self, user: User | None = None, *args: Any, **kwargs: Any) -> TaskState:
        """Approve, if the votes have decided so.

        Raises:
            PermissionDenied: they have not.

        """
        from redactieraad.deciding.counting import is_decided  # noqa: PLC0415 - it needs this model

        if not is_decided(self):
            raise PermissionDenied
        return super().approve(user, *args, **kwargs)


class RedactieraadTask(AbstractGroupApprovalTask):
    """A text appears when a quorum of the redactieraad, experts in the majority, approves it."""

    approvals = models.PositiveSmallIntegerField(
        _("approvals"),
        default=3,
        validators=[MinValueValidator(1)],
        help_text=_("How many members must approve."),
    )
    experts = models.PositiveSmallIntegerField(
        _("of whom experience experts"),
        default=2,
        validators=[MinValueValidator(1)],
        help_text=_("Always more than half of the approvals."),
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "approvals", "experts"]
    task_state_class = RedactieraadTaskState

    class Meta:
        """Names."""

        verbose_name = _("decision of the redactieraad")
        verbose_name_plural = _("decisions of the redactieraad")

    @property
    def quorum(self) -> Quorum:
        """Return what a text needs."""
        return Quorum(self.approvals, self.experts)

    def clean(self) -> None:
        """Refuse a quorum that experts do not lead, or that the council is too small for."""
        from redactieraad.selectors import active_members  # noqa: PLC0415 - needs this model

        super().clean()
        if self.experts > self.approvals or 2 * self.experts <= self.approvals:
            raise ValidationError(
                {"experts": _("Experience experts must be more than half of the approvals.")}
            )
        members = list(active_members())
        experts = sum(member.is_expert for member in members)
        if self.approvals > len(members) or self.experts > experts:
            message = gettext(
                "The redactieraad has %(members)s members, of whom %(experts)s experience "
                "experts. It can never reach this number."
            )
            numbers = {"members": len(members), "experts": experts}
            raise ValidationError({"approvals": message % numbers})

    @classmethod
    def get_description(cls) -> Promise:
        """Return what the admin says of this kind of task."""
        return _("A quorum of the redactieraad, led by experience experts, must approve.")

    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        """Take an action of the admin as a vote on the text as it is now.

        Raises:
            PermissionDenied: this person may not vote on this text.

        """
        from redactieraad.deciding.voting import vote_from_admin  # noqa: PLC0415 - it needs this model

        vote_from_admin(task_state, user, action_name, kwargs.get("comment", ""))

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """Ask the redactieraad about a text, if it is in order.

        Raises:
            NotReadyError: something in it has to be mended first; it says what.

        """
        from redactieraad.checks import refuse_unless_ready  # noqa: PLC0415 - needs models

        refuse_unless_ready(workflow_state.content_object)
        return super().start(workflow_state, user=user)

    def get_actions(self, obj: Any, user: User) -> list[tuple[str, str, bool]]:
        """Return nothing: members decide at their own desk, where they see the whole text."""
        return []

    def user_can_access_editor(self, obj: Any, user: User) -> bool:
        """Return False: who decides does not edit."""
        return False

    def locked_for_user(self, obj: Any, user: User) -> bool:
        """Return False: a writer may improve the text; that voids the votes."""
        return False

    def user_can_lock(self, obj: Any, user: User) -> bool:
        """Return False: a lock is for editors."""
        return False

    @classmethod
    def group(cls) -> Group:
        """Return the group of the council's members."""
        return Group.objects.get(name="Redactieraad")
