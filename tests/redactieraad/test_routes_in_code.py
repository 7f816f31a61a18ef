"""Nothing publishes past the redactieraad either that calls Wagtail's code, or a command."""

from __future__ import annotations

import contextlib

import pytest

from django.core.exceptions import PermissionDenied
from django.db import transaction

from redactieraad.register.verifying import faults
from tests.redactieraad.code_routes import (
    ANYWHERE,
    ON_PAGES,
    approve_as_any_task,
    approve_the_task,
    finish_the_workflow,
    move_away,
    stop_the_task,
    stop_the_workflow,
)
from tests.redactieraad.kinds import KINDS, QUOTE, STORY, fresh
from tests.redactieraad.rule_off import without_the_rule
from tests.redactieraad.situations import once_public, one_vote_short, public_with_a_newer_draft

pytestmark = pytest.mark.django_db

NEED_A_WORKFLOW = {approve_the_task, approve_as_any_task, finish_the_workflow, stop_the_task}


class UndoError(Exception):
    """Ends a transaction whose traces have been looked at."""


@contextlib.contextmanager
def undone():
    """Take back what happens inside."""
    with contextlib.suppress(UndoError), transaction.atomic():
        yield
        raise UndoError


def take(route, text, kind):
    """Take a route, as far as it leads."""
    with contextlib.suppress(PermissionDenied), transaction.atomic():
        route(fresh(text), kind)


def routes_for(kind, text):
    routes = ANYWHERE if kind is QUOTE else ANYWHERE + ON_PAGES
    in_progress = text.workflow_in_progress
    return [one for one in routes if in_progress or one not in NEED_A_WORKFLOW]


@pytest.mark.parametrize("situation", [one_vote_short, once_public, public_with_a_newer_draft])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_no_code_publishes_what_is_not_approved(kind, situation):
    text = situation(kind)
    live, public = text.live, getattr(text, kind.words)
    for route in routes_for(kind, text):
        with undone():
            take(route, text, kind)
            assert list(faults()) == [], route.__name__
            assert fresh(text).live == live, route.__name__
            assert getattr(fresh(text), kind.words) == public or not live, route.__name__


@pytest.mark.parametrize("kind", [STORY, QUOTE], ids=str)
def test_without_the_rule_each_of_them_would(kind):
    # These three publish nothing by themselves: what they must not do is approve.
    harmless = {stop_the_task, stop_the_workflow, move_away}
    lead_somewhere = set(harmless)
    # An alias or a copy is only as live as its original.
    for situation in (one_vote_short, public_with_a_newer_draft):
        with undone():
            text = situation(kind)
            for route in routes_for(kind, text):
                with undone(), without_the_rule():
                    take(route, text, kind)
                    if list(faults()):
                        lead_somewhere.add(route)
    assert lead_somewhere >= {*ANYWHERE, *(() if kind is QUOTE else ON_PAGES)}
