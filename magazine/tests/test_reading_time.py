"""How long a story takes to read is counted whenever its text is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from magazine.models import StoryPage
from magazine.story.reading_time import MOST_MINUTES, minutes
from magazine.tests.factories import story
from magazine.tests.public import appear

PARAGRAPH = "<p>" + "Een zin van vijf woorden. " * 100 + "</p>"


@pytest.mark.parametrize(
    ("words", "expected"), [(0, 1), (1, 1), (299, 1), (301, 2), (1000, 5), (10**6, MOST_MINUTES)]
)
def test_minutes_follow_from_words(words, expected):
    assert minutes(["woord " * words]) == expected


@given(st.lists(st.text()))
def test_any_text_takes_at_least_a_minute_and_fits_its_column(texts):
    assert 1 <= minutes(texts) <= MOST_MINUTES


def test_a_word_with_an_apostrophe_or_a_hyphen_is_one_word():
    assert minutes(["foto's op-en-top " * 150]) == minutes(["een twee " * 150])


@pytest.mark.django_db
def test_a_revision_and_the_live_story_agree():
    page = story(body=[("text", PARAGRAPH)] * 2)
    assert page.latest_revision.content["reading_minutes"] == 5
    live = appear(page)
    assert live.reading_minutes == 5
    live.body = [("text", PARAGRAPH)] * 4
    longer = live.save_revision()
    assert longer.content["reading_minutes"] == 10
    assert StoryPage.objects.get(pk=live.pk).reading_minutes == 5
