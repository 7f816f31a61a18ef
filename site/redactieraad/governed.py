"""What is governed: it goes public only as the exact text that the redactieraad approved.

A page type is governed by being a `GovernedPage`, a snippet by being `Governed`. The
rule itself is in `guard`; here is what an app says about its own texts.
"""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from wagtail.models import DraftStateMixin, Locale, Page, Revision, Workflow

from core.models import BasePage
from redactieraad.permissions import GovernedPagePermissionTester


class Governed(models.Model):
    """A page or snippet whose publishing is the redactieraad's."""

    class Meta:
        """Never a table of its own."""

        abstract = True

    # Fields that are no text: what is counted from it, or noted about it later.
    not_text: tuple[str, ...] = ()

    def appears_with(self) -> DraftStateMixin | None:
        """Return what this appears together with, once approved: a story with its edition.

        Nothing by default: it appears as soon as it is approved.
        """
        return None

    def faults_before_submitting(self) -> list[str]:
        """Return what has to be mended before the redactieraad may be asked, in plain words.

        Called on the text as it would be submitted.
        """
        return []

    @classmethod
    def kind_of_text(cls, content: dict[str, Any]) -> str:  # noqa: ARG003 - subclasses use it
        """Return what sort of text a revision holds, in a word: an interview, an edition."""
        return str(cls._meta.verbose_name)

    @classmethod
    def writers_as_shown(cls, contents: list[dict[str, Any]]) -> list[str]:
        """Return who wrote it, as readers see it, for each of these revisions' contents.

        Empty where readers see no name. Many at once, so that a list asks the database once.
        """
        return [""] * len(contents)

    def get_workflow(self) -> Workflow | None:
        """Return the workflow of this text: always one in which the redactieraad decides."""
        from redactieraad.workflows import (  # noqa: PLC0415 - it needs models
            asks_the_redactieraad,
            default_workflow,
        )

        chosen = super().get_workflow()  # type: ignore[misc]
        return chosen if asks_the_redactieraad(chosen) else default_workflow()

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish or schedule a revision: altogether or not at all, and only an approved one.

        Raises:
            NotApprovedError: the redactieraad did not approve this revision.

        """
        from redactieraad.guard import refuse_unless_approved  # noqa: PLC0415 - needs this class

        with transaction.atomic():
            refuse_unless_approved(self, revision)
            return super().publish(revision, *args, **kwargs)  # type: ignore[misc]

    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        """Take this offline, with its entry in the register or not at all."""
        with transaction.atomic():
            return super().unpublish(*args, **kwargs)  # type: ignore[misc]


class GovernedPage(Governed, BasePage):
    """A page whose publishing is the redactieraad's."""

    class Meta:
        """Never a table of its own."""

        abstract = True

    def permissions_for_user(self, user: Any) -> GovernedPagePermissionTester:
        """Return what this person may do here: publishing is nobody's."""
        return GovernedPagePermissionTester(user, self)

    def copy_for_translation(
        self,
        locale: Locale,
        copy_parents: bool = False,  # noqa: FBT001, FBT002 - Wagtail's signature
        alias: bool = False,  # noqa: FBT001, FBT002
        exclude_fields: list[str] | None = None,
    ) -> Page:
        """Return a draft for a translator, never an alias, which would be live at once."""
        return super().copy_for_translation(
            locale, copy_parents=copy_parents, alias=False, exclude_fields=exclude_fields
        )


def governed_model(model: type[models.Model] | None) -> bool:
    """Return whether the texts of this model are governed."""
    return model is not None and issubclass(model, Governed)
