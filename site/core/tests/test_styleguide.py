"""The style guide shows every component and block, to those who work on the site."""

import re

import pytest

from core.styleguide.blocks import all_blocks
from tests.factories import home_in

pytestmark = pytest.mark.django_db
ADDRESS = "/beheer/stijlgids/"


@pytest.fixture
def guide(admin_client):
    home_in("nl")

    def read(query=""):
        response = admin_client.get(f"{ADDRESS}{query}")
        assert response.status_code == 200
        return response.content.decode()

    return read


def test_a_reader_is_sent_to_sign_in(client):
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert "/inloggen/" in response.headers["location"]


def test_a_member_without_admin_access_is_refused(client, django_user_model):
    client.force_login(django_user_model.objects.create_user(email="lid@voorbeeld.example"))
    response = client.get(ADDRESS)
    assert response.status_code == 403


def test_every_block_of_the_home_page_is_there(guide):
    html = guide()
    streams = home_in("nl")._meta.get_field("body").stream_block.child_blocks
    assert set(streams) <= set(all_blocks())
    for name in all_blocks():
        assert f">{name}</code>" in html


def test_blocks_are_drawn_with_their_own_examples(guide):
    assert "Hulp bij een brief" in guide()


def test_forms_are_shown_fresh_and_with_errors_tied_to_their_fields(guide):
    html = guide("?language=nl")
    error = re.search(r'id="(id_wrong-phone_error)"', html)
    assert error
    field = re.search(r'<input[^>]*name="wrong-phone"[^>]*>', html)[0]
    assert 'aria-invalid="true"' in field
    assert "id_wrong-phone_helptext id_wrong-phone_error" in field
    assert 'href="#id_wrong-phone"' in html
    assert "id_fresh-phone_error" not in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?language=ar", '<html lang="ar" dir="rtl"'),
        ("?language=nl", '<html lang="nl" dir="ltr"'),
        ("?language=%00xx", 'dir="ltr"'),
        ("?scheme=dark", '<meta name="color-scheme" content="dark">'),
        ("?scheme=%22%3E", '<meta name="color-scheme" content="light dark">'),
    ],
)
def test_it_can_be_seen_in_another_language_and_scheme(guide, query, expected):
    assert expected in guide(query)


def test_no_id_is_used_twice(guide):
    ids = re.findall(r'\sid="([^"]+)"', guide())
    assert sorted(ids) == sorted(set(ids))
