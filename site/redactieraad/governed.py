"""What is governed: it goes public only as the exact text that the redactieraad approved.

A page type is governed by being a `GovernedPage`, a snippet by being `Governed`. The
rule itself is in `guard`; here is what an app says about its own texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from django.db import models, transaction

from wagtail.models import DraftStateMixin, Locale, Page, Revision, Workflow

from core.models import BasePage
from redactieraad.forms.copies import GovernedCopyForm
from redactieraad.forms.texts import GovernedPageForm
from redactieraad.permissions import GovernedPagePermissionTester


@dataclass(frozen=True)
class Bundle:
    """The texts that belong to one that appears as a whole, such as an edition's stories.

    Attributes:
        appear: those that are approved and appear with it.
        stay_behind: those that are not approved, so that they do not.

    """

    appear: list[Any]
    stay_behind: list[Any]


class Governed(models.Model):
    """A page or snippet whose publishing is the redactieraad's."""

    class Meta:
        """Never a table of its own."""

        abstract = True

    # For apps below this one: publishing is nobody's, so nobody is given it.
    is_governed = True
    # Fields that are no text: what is counted from it, or noted about it later.
    not_text: tuple[str, ...] = ()
    # Long fields that are not measured for how hard they are to read.
    not_prose: tuple[str, ...] = ("search_description",)
    # Fields that a translation never takes from its original, such as a recording.
    own_in_each_language: tuple[str, ...] = ()

    def appears_with(self) -> DraftStateMixin | None:
        """Return what this appears together with, once approved: a story with its edition.

        Nothing by default: it appears as soon as it is approved.
        """
        return None

    @classmethod
    def companions_of(cls, texts: Sequence[Any]) -> dict[Any, DraftStateMixin | None]:
        """Return what each of these texts appears with, by primary key: for lists.

        Who overrides `appears_with` with a query overrides this with one query for all.
        """
        return {text.pk: text.appears_with() for text in texts}

    def bundle(self) -> Bundle | None:
        """Return what appears together with this, and what stays behind; None for a single text."""
        return None

    def worked_on_at(self, user: Any) -> str:
        """Return the path of the desk where this person works on it; empty for the admin."""
        return ""

    def may_appear(self) -> bool:
        """Return whether nothing but the redactieraad's approval is needed for this to be public.

        A portrait also needs the consent of who it is about.
        """
        return True

    def may_be_judged(self) -> bool:
        """Return whether the redactieraad may decide on it now.

        Not on what may not appear: it would be in vain. Unless that ends by itself, with what it
        appears together with.
        """
        return self.may_appear()

    def faults_by_field(self) -> Iterator[tuple[str, str]]:
        """Yield what has to be mended before submitting: the name of a field, and what it is.

        Beside what fields and blocks see to themselves. Subclasses add to it.
        """
        from redactieraad.checks import undescribed_pictures  # noqa: PLC0415 - needs models

        yield from undescribed_pictures(self)

    def faults_before_submitting(self) -> list[str]:
        """Return what has to be mended before the redactieraad may be asked, in plain words.

        Called on the text as it would be submitted.
        """
        from redactieraad.checks import faults_of  # noqa: PLC0415 - needs models

        return faults_of(self)

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

    @classmethod
    def get_default_workflow(cls) -> Workflow | None:
        """Return the workflow of new texts of this kind, for snippets."""
        return _where_the_redactieraad_decides(super().get_default_workflow())  # type: ignore[misc]

    @classmethod
    def minutes_shown(cls, content: dict[str, Any]) -> int:  # noqa: ARG003 - subclasses use it
        """Return how many minutes readers are told that a revision takes; 0 for not told."""
        return 0

    def get_workflow(self) -> Workflow | None:
        """Return the workflow of this text: always one in which the redactieraad decides."""
        return _where_the_redactieraad_decides(super().get_workflow())  # type: ignore[misc]

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


class GovernedRecord(Governed):
    """A snippet whose publishing is the redactieraad's; for one that is translated."""

    class Meta:
        """Never a table of its own."""

        abstract = True

    def copy_for_translation(self, *args: Any, **kwargs: Any) -> Any:
        """Return a draft: Wagtail's copy of a live record says that it is live too."""
        copy = super().copy_for_translation(*args, **kwargs)  # type: ignore[misc]
        copy.live, copy.has_unpublished_changes = False, True
        copy.live_revision = copy.first_published_at = copy.last_published_at = None
        return copy


class GovernedPage(Governed, BasePage):
    """A page whose publishing is the redactieraad's."""

    base_form_class = GovernedPageForm

    class Meta:
        """Never a table of its own."""

        abstract = True

    # The form to copy a page, without what cannot be: a live copy or an alias.
    copy_form_class = GovernedCopyForm

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
        left_out = [*(exclude_fields or ()), *self.own_in_each_language]
        return super().copy_for_translation(
            locale, copy_parents=copy_parents, alias=False, exclude_fields=left_out
        )

    def create_alias(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse.

        Raises:
            AliasRefusedError: always.

        """
        from redactieraad.guard import AliasRefusedError  # noqa: PLC0415 - needs this class

        raise AliasRefusedError(self)


def _where_the_redactieraad_decides(chosen: Workflow | None) -> Workflow | None:
    """Return the workflow that somebody chose, or our own where that leaves us out."""
    from redactieraad.workflows import (  # noqa: PLC0415 - it needs models
        asks_the_redactieraad,
        default_workflow,
    )

    return chosen if asks_the_redactieraad(chosen) else default_workflow()


def governed_model(model: type[models.Model] | None) -> bool:
    """Return whether the texts of this model are governed."""
    return model is not None and issubclass(model, Governed)
