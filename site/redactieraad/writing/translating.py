"""Brings what translators wrote in wagtail-localize's editor to the redactieraad.

That editor knows publishing only, and its way to save a draft (`Translation.save_target`)
writes over what is live. Here the translation becomes a revision, and nothing else, and that
is what the redactieraad is asked about.
https://github.com/wagtail/wagtail-localize/issues/634
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail_localize.models import StringSegment, Translation

from django.db import transaction
from django.utils.text import slugify

from wagtail.coreutils import find_available_slug
from wagtail.models import Page, Revision, WorkflowState

from redactieraad.fingerprint import fingerprint, fingerprint_of_revision
from redactieraad.governed import Governed
from redactieraad.models import Entry
from redactieraad.selectors import entry_followed_by

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class Progress:
    """How far a translation is.

    Attributes:
        missing: how many parts are not translated yet.
        is_changed: whether it differs from what was submitted last.
        is_waiting: whether the redactieraad has it.
        is_public: whether what is public is this very text.
        follows: the publication that it follows; without one it takes a full quorum.

    """

    missing: int
    is_changed: bool
    is_waiting: bool
    is_public: bool
    follows: Entry | None

    @property
    def can_be_submitted(self) -> bool:
        """Return whether there is something for the redactieraad to judge."""
        return not self.missing and not self.is_public and (self.is_changed or not self.is_waiting)


def translation_of(text: Any) -> Translation | None:
    """Return the translation that a governed text is edited by, if it is edited that way."""
    if not isinstance(text, Governed):
        return None
    return Translation.objects.filter(
        source__object_id=getattr(text, "translation_key", None),
        target_locale_id=getattr(text, "locale_id", None),
        enabled=True,
    ).first()


def progress_of(translation: Translation) -> Progress:
    """Return how far a translation of a governed text is."""
    text = translation.get_target_instance()
    now = fingerprint(draft_of(translation))
    return Progress(
        missing=_parts(translation).filter(translation__isnull=True).count(),
        is_changed=not _is(text.latest_revision, now),
        is_waiting=text.workflow_in_progress,
        is_public=text.live and _is(text.live_revision, now),
        follows=entry_followed_by(text),
    )


def draft_of(translation: Translation) -> Any:
    """Return the translated text as it is written now; it is not saved."""
    draft = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    _take_own_parts(draft, translation.get_target_instance().get_latest_revision_as_object())
    if isinstance(draft, Page):
        _keep_an_address(draft)
    return draft


@transaction.atomic
def keep_own_parts(draft: Any, user: User) -> None:
    """Keep the parts of a translation that are own to its language.

    Where the redactieraad has the text, this is a change of it, as any edit is.

    Args:
        draft: the newest draft of the translation, with those parts changed.
        user: who changed them.

    """
    draft.save_revision(user=user, log_action=True)
    # wagtail-localize builds on the row itself. What is live stays what was approved.
    row = type(draft)._default_manager.filter(pk=draft.pk, live=False)
    row.update(**{name: getattr(draft, name) for name in draft.own_in_each_language})


def _take_own_parts(text: Any, newest: Any) -> None:
    for name in text.own_in_each_language:
        setattr(text, name, getattr(newest, name))


@transaction.atomic
def submit_translation(translation: Translation, user: User) -> None:
    """Ask the redactieraad about a translation as it is written now.

    What it has of it already is replaced, which voids the votes on that.

    Raises:
        ValidationError: the text cannot be kept like this.
        NotReadyError: something in it has to be mended first.

    """
    draft = draft_of(translation)
    if not _is(draft.latest_revision, fingerprint(draft)):
        draft.save_revision(user=user, log_action=True)
    text = translation.get_target_instance()
    state = text.current_workflow_state
    if state is None:
        text.get_workflow().start(text, user)
    elif state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)


def _is(revision: Revision | None, wanted: str) -> bool:
    return revision is not None and fingerprint_of_revision(revision) == wanted


def _parts(translation: Translation) -> Any:
    """Return the parts that have to be translated; an address may stay as it is."""
    parts = StringSegment.objects.filter(source=translation.source)
    return parts.exclude(context__path="slug").annotate_translation(translation.target_locale)


def _keep_an_address(draft: Page) -> None:
    """Give a draft an address that is free; what was public once keeps the one it had."""
    kept = Page.objects.only("slug", "first_published_at").get(pk=draft.pk)
    # Of a script that has no plain letters, nothing is left, or a number alone.
    wanted = slugify(draft.slug)
    has_letters = any(letter.isalpha() for letter in wanted)
    if kept.first_published_at is not None or not has_letters:
        draft.slug = kept.slug
    else:
        draft.slug = find_available_slug(draft.get_parent(), wanted, ignore_page_id=draft.pk)
