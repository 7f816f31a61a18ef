"""The repository holds nothing private or heavy, and its documentation tells the truth."""

import pytest

from django.core.management import get_commands

from tests.guards.files import ROOT, tracked
from tests.guards.repository import (
    commands_in,
    make_targets,
    private_words,
    readable,
    too_large,
)

DOCUMENTS = sorted(path for path in tracked() if path.suffix == ".md")


@pytest.mark.parametrize(
    "planted",
    [
        "see /" + "work/shared/notes",
        "https://registry." + "npmjs.org/axe-core",
        "--index https://py" + "pi.org/simple",
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "key AK" + "IAABCDEFGHIJKLMNOP",
        'SECRET_KEY = "' + "a1b2c3d4" * 5 + '"',
    ],
)
def test_the_privacy_guard_finds_a_planted_word(planted):
    assert private_words(f"fine\n{planted}\n")[0].startswith("2: ")


def test_the_privacy_guard_leaves_ordinary_words_alone():
    assert private_words("url_path '/home/' on PyPI, how we work/live, and a/root/of/trees") == []


def test_no_file_gives_away_a_machine_a_registry_or_a_secret():
    found = {str(path): words for path in tracked() if (words := private_words(readable(path)))}
    assert found == {}


def test_the_size_guard_finds_a_planted_file(tmp_path):
    heavy = tmp_path / "heavy.bin"
    heavy.write_bytes(b"0" * 500_001)
    assert too_large((heavy,))


def test_no_file_is_too_heavy_to_clone():
    assert too_large() == []


def test_the_document_guard_finds_commands_in_code_only():
    text = "Run `make demo PORT=1` to make progress.\n```sh\npython manage.py migrate --plan\n```\n"
    assert commands_in(text) == {("make", "demo"), ("manage.py", "migrate")}


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_every_command_in_the_documentation_exists(document):
    known = {
        "make": set(make_targets((ROOT / "Makefile").read_text())),
        "manage.py": set(get_commands()),
    }
    commands = commands_in((ROOT / document).read_text())
    assert [name for program, name in sorted(commands) if name not in known[program]] == []


def test_every_make_target_explains_itself():
    targets = make_targets((ROOT / "Makefile").read_text())
    assert {"demo", "test", "lint", "messages", "lock"} <= targets.keys()
    assert [name for name, explanation in targets.items() if not explanation] == []
