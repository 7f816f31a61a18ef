"""Nobody publishes past the redactieraad by what the admin offers, not even a superuser."""

from __future__ import annotations

import pytest

from redactieraad.register.verifying import faults
from tests.redactieraad import routes
from tests.redactieraad.admin import PEOPLE, somebody
from tests.redactieraad.kinds import KINDS, PAGES, QUOTE, STORY, fresh, tried_by
from tests.redactieraad.routes import Attempt, routes_of
from tests.redactieraad.rule_off import without_the_rule
from tests.redactieraad.situations import once_public, one_vote_short, public_with_a_newer_draft

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "name"), tried_by(*PEOPLE))
def test_no_route_publishes_what_is_not_approved(kind, name):
    text = public_with_a_newer_draft(kind)
    public = getattr(text, kind.words)
    attempt = Attempt(somebody(name), kind, text)
    for route in routes_of(text):
        attempt.text = fresh(text)
        route(attempt)
        assert list(faults()) == [], route.__name__
        assert getattr(fresh(text), kind.words) == public, route.__name__


@pytest.mark.parametrize("situation", [one_vote_short, once_public])
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_no_route_makes_a_draft_public(kind, situation):
    text = situation(kind)
    attempt = Attempt(somebody("superuser"), kind, text)
    for route in routes_of(text):
        attempt.text = fresh(text)
        route(attempt)
        assert list(faults()) == [], route.__name__
        assert not fresh(text).live, route.__name__


# An alias or a copy is only as live as its original.
NEED_A_PUBLIC_ORIGINAL = {
    "copy_live", "copy_as_alias", "copy_the_magazine", "copy_by_api",
}  # fmt: skip


@pytest.mark.parametrize("route", routes.ON_PAGES + routes.EVERYWHERE, ids=lambda one: one.__name__)
def test_without_the_rule_each_of_these_routes_publishes_a_page(route):
    is_copy = route.__name__ in NEED_A_PUBLIC_ORIGINAL
    text = (public_with_a_newer_draft if is_copy else one_vote_short)(STORY)
    assert list(faults()) == []
    with without_the_rule():
        route(Attempt(somebody("superuser"), STORY, text))
    assert list(faults())


@pytest.mark.parametrize("route", routes.EVERYWHERE, ids=lambda one: one.__name__)
def test_without_the_rule_each_of_these_routes_publishes_a_snippet(route):
    text = one_vote_short(QUOTE)
    assert list(faults()) == []
    with without_the_rule():
        route(Attempt(somebody("superuser"), QUOTE, text))
    assert list(faults())


@pytest.mark.parametrize("kind", PAGES, ids=str)
def test_the_rule_is_back_after_it_was_switched_off(kind):
    text = one_vote_short(kind)
    with without_the_rule():
        pass
    routes.publish_button(Attempt(somebody("superuser"), kind, text))
    assert list(faults()) == []
