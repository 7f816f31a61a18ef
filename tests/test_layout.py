"""The house stands as architecture.md draws it."""

from pathlib import Path

import pytest

from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]


def test_site_is_a_folder_and_not_a_package():
    """`site` is the standard library's name; a package of ours could never be imported."""
    assert not (ROOT / "site" / "__init__.py").exists()


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db
def test_home_answers_in_dutch_from_the_first_migration(client):
    response = client.get("/nl/")
    assert response.status_code == 200
    assert 'lang="nl"' in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "address"),
    [("tr,en;q=0.5", "/tr/"), ("pap", "/pap/"), ("xx", "/nl/"), ("nl-simple", "/nl-simple/")],
)
def test_first_address_goes_to_the_browsers_language(client, accepted, address):
    response = client.get("/", headers={"accept-language": accepted})
    assert response.status_code == 302
    assert response.headers["location"] == address
