"""The magazine's components stand in the style guide, in the states that readers meet."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from magazine.tests.pictures import picture
from tests.factories import home_in

pytestmark = pytest.mark.django_db


def guide(client, query=""):
    """Return the style guide."""
    home_in("nl")
    answer = client.get(f"/beheer/stijlgids/{query}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").find("main")


def test_each_component_is_there_with_and_without_its_optional_parts(admin_client):
    picture()
    main = guide(admin_client)
    states = {
        ".story-card--feature.card--text": 0,
        ".story-card--feature": 1,
        ".story-card.card--text": 4,
        ".story-card[lang=en]": 2,
        ".issue__picture": 1,
        ".portrait__quote": 1,
        ".portrait--words": 1,
        ".portrait__figure": 1,
        ".listen audio": 1,
        ".share__link": 5,
        ".choose__chosen": 1,
        ".entries--beside .entry": 2,
        ".newsletter-call form": 1,
        ".block-side_bar": 1,
    }
    assert {found: len(main.select(found)) for found in states} == states
    for season in ("spring", "summer", "autumn", "winter"):
        assert main.select(f".issue--{season}")


@pytest.mark.parametrize("query", ["?language=ar&scheme=dark", "?language=tr"])
def test_it_can_be_seen_without_a_picture_and_in_other_languages(admin_client, query):
    main = guide(admin_client, query)
    assert len(main.select(".portrait--words")) == 2
    assert not main.select(".portrait__figure")
    ids = [one["id"] for one in main.select("[id]")]
    assert sorted(ids) == sorted(set(ids))
