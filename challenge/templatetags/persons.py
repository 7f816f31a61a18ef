"""A person of the index in templates: under what they are listed, and their facts."""

from __future__ import annotations

from django import template
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from challenge.blocks.answers import OUTCOME_CHOICES
from challenge.publication.results import OUTSIDE, UNKNOWN, Person
from challenge.vocabulary import FactKey

register = template.Library()
HEADINGS: dict[str, str | Promise] = {
    **dict(OUTCOME_CHOICES),
    UNKNOWN: _("Not known"),
    OUTSIDE: _("Does not count"),
}


@register.filter
def heading_name(person: Person) -> str | Promise:
    """Return under what a person is listed, as readers see it."""
    return HEADINGS[person.heading]


@register.filter
def named_facts(person: Person) -> list[tuple[str, bool, bool]]:
    """Return each fact by name, whether it is so, and whether the team established it so."""
    return [
        (capfirst(str(FactKey(key).label)), is_so, key in person.corrected)
        for key, is_so in person.by_fact.items()
    ]
