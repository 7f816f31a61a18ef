"""Makes of a table what its rows say: drafts, each submitted to the redactieraad, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wagtail.log_actions import log
from wagtail.models import WorkflowState

from core.importing.fates import Fate, Fates, Kind, NotCarriedOutError
from core.importing.tables import FileRefusedError
from warmtebronnen.exchange.importing.fates import fates_of
from warmtebronnen.exchange.importing.files import read_table
from warmtebronnen.exchange.importing.known import Known
from warmtebronnen.models import WarmtebronnenIndexPage, WarmtebronPage


@dataclass
class Import(Fates):
    """A table held against what the site has, before or after it was carried out.

    Attributes:
        known: what the rows were held against.

    """

    known: Known


def look_at(content: bytes) -> Import:
    """Return what would become of each row of a file. Nothing is written.

    Raises:
        FileRefusedError: it is no table of places.

    """
    lines = read_table(content)
    try:
        known = Known()
    except WarmtebronnenIndexPage.DoesNotExist:
        raise FileRefusedError(_("There is no directory to import into.")) from None
    return Import(fates_of(lines, known), known)


@transaction.atomic
def carry_out(content: bytes, user: Any, seen: str = "") -> Import:
    """Import a file: everything in it, or nothing.

    Args:
        content: the file.
        user: who imports it, and submits what is new or changed.
        seen: the mark of the fates that this person was shown, if they were.

    Raises:
        FileRefusedError: it is no table of places.
        NotCarriedOutError: a row is refused, or the site changed since the fates were shown.

    """
    _hold(look_at(content))
    found = look_at(content)
    if seen and seen != found.mark:
        raise NotCarriedOutError(_("Something changed meanwhile. Look at the rows again."))
    if found.is_refused:
        raise NotCarriedOutError(_("Nothing was imported. Mend the rows that are refused first."))
    for fate in found.fates:
        if fate.kind == Kind.NEW:
            _make(fate, found.known, user)
        elif fate.kind == Kind.CHANGED:
            _change(fate, user)
    return found


def _hold(found: Import) -> None:
    """Let nobody else import, or change these places, until all is written."""
    changed = [fate.text.pk for fate in found.of_kind(Kind.CHANGED) if fate.text]
    list(WarmtebronnenIndexPage.objects.select_for_update().filter(pk=found.known.index.pk))
    list(WarmtebronPage.objects.select_for_update().filter(pk__in=changed))


def _make(fate: Fate, known: Known, user: Any) -> None:
    page: Any = fate.text
    page.owner = user
    known.index.add_child(instance=page)
    log(instance=page, action="wagtail.create", user=user)
    page.save_revision(user=user)
    page.get_workflow().start(page, user)


def _change(fate: Fate, user: Any) -> None:
    """Save the change as a new version, and ask the redactieraad about it."""
    text: Any = fate.text
    text.save_revision(user=user, log_action=True)
    page: Any = WarmtebronPage.objects.get(pk=text.pk)
    state = page.current_workflow_state
    if state is None:
        page.get_workflow().start(page, user)
    elif state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user)
