"""The house stands as architecture.md draws it."""

import subprocess
import sys
from pathlib import Path

import pytest

from django.apps import apps
from django.core.management import call_command

from tests.guards.files import APPS, HOUSE, ROOT, own, tracked
from tests.guards.layout import misplaced

MODULES = sorted(path for path in own(".py") if "migrations" not in path.parts)
# The style guide keeps its examples together, so that they are read side by side.
EXAMPLES = Path("site/core/styleguide/samples.py")


def test_site_is_a_folder_and_not_a_package():
    """`site` is the standard library's name; a package of ours could never be imported."""
    assert not (ROOT / "site" / "__init__.py").exists()


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_imports_keep_to_the_floors_of_the_house():
    """A fault is planted in `test_an_import_against_the_floors_is_found`."""
    assert lint_imports(ROOT) == ""


def test_an_import_against_the_floors_is_found(tmp_path):
    house = tmp_path / "house"
    for path in tracked():
        if path.suffix in {".py", ".toml"} and "tests" not in path.parts:
            target = house / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((ROOT / path).read_bytes())
    with (house / "site" / "core" / "fields.py").open("a") as core:
        core.write("\nimport magazine.models\n")
    assert "core.fields -> magazine.models" in lint_imports(house)


def lint_imports(folder):
    """Return what import-linter says of the house in a folder, nothing where all is well."""
    program = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": f"{folder}:{folder / 'site'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout + result.stderr if result.returncode else ""


@pytest.mark.parametrize(
    "planted",
    [
        ("home/views.py", "class ContactForm(forms.Form): ..."),
        ("home/models.py", "class PageQuerySet(models.QuerySet): ..."),
        ("home/models.py", "class QuoteBlock(blocks.StructBlock): ..."),
        ("home/views.py", "urlpatterns = []"),
        ("home/views.py", "@hooks.register('menu')\ndef menu(): ..."),
        ("home/utils.py", ""),
    ],
)
def test_the_layout_guard_finds_planted_code_in_the_wrong_file(planted):
    assert misplaced(Path(planted[0]), planted[1])


def test_the_layout_guard_knows_folders_of_the_same_name():
    assert misplaced(Path("site/core/blocks/quote.py"), "class QuoteBlock(StructBlock): ...") == []


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_code_lies_in_the_file_where_a_reader_looks_for_it(module):
    faults = misplaced(module, (ROOT / module).read_text())
    if module == EXAMPLES:
        faults = [fault for fault in faults if "a Form," not in fault]
    assert faults == []


def test_every_model_lies_in_its_apps_models():
    ours = {Path(folder).name for folder in (*APPS, *HOUSE)}
    elsewhere = [
        model.__module__
        for model in apps.get_models()
        if model._meta.app_label in ours
        and not model.__module__.startswith(f"{model._meta.app_label}.models")
    ]
    assert elsewhere == []


def test_every_folder_of_tests_is_a_package_so_that_none_is_overlooked():
    folders = {path.parent for path in tracked() if path.name.startswith("test_")}
    assert [
        folder for folder in sorted(folders) if not (ROOT / folder / "__init__.py").exists()
    ] == []


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
