"""What a page says of its own approval, and what it costs."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from django.template import Context, Template

from magazine.tests import factories as magazine
from redactieraad.models import Entry
from redactieraad.tests.factories import council, publish

pytestmark = pytest.mark.django_db

LINE = Template("{% load redactieraad %}{% approval_line page %}")


def _line(page, **request):
    return LINE.render(Context({"page": page, "request": SimpleNamespace(**request)})).strip()


def test_a_public_page_links_to_its_entry_in_one_query(django_assert_num_queries):
    story = publish(magazine.story(), council()[:3])
    with django_assert_num_queries(1):
        line = _line(story)
    assert f"/register/{Entry.objects.get().number}/" in line


def test_a_preview_and_a_draft_say_nothing():
    story = publish(magazine.story(), council()[:3])
    assert not _line(story, is_preview=True)
    assert not _line(magazine.story("concept"))


def test_what_went_offline_says_nothing():
    story = publish(magazine.story(), council()[:3])
    story.unpublish()
    assert not _line(story)
