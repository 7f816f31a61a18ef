"""The ten message catalogues are complete, and true to the code.

`make messages` writes them; a translator fills them in. Until that is done this fails,
language by language, and names every message.
"""

import polib
import pytest

from django.conf import settings
from django.utils.translation import to_locale

from languages.management.commands.update_catalogues import messages_in_code, updated
from languages.registry import LANGUAGES
from tests.guards.catalogues import CHECKED, faults

FOLDER = settings.LOCALE_PATHS[0]
GREETING = ("Hello %(name)s", "")


def catalogue_with(entry, **header):
    catalogue = polib.POFile()
    catalogue.metadata = {CHECKED: "no", "Plural-Forms": "nplurals=2; plural=(n != 1);"} | header
    catalogue.append(entry)
    return catalogue


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"msgstr": ""}, "not translated"),
        ({"msgstr": "Dag %(name)s", "flags": ["fuzzy"]}, "fuzzy"),
        ({"msgstr": "Dag"}, "placeholders"),
        ({"msgstr": "Dag %(naam)s"}, "placeholders"),
        ({"msgstr": "Dag <b>%(name)s</b>"}, "tags"),
        ({"msgstr": "Dag %(name)s "}, "white space"),
        ({"msgstr": "Dag %(name)s", "obsolete": True}, "no longer exists"),
        ({"msgid_plural": "Hello %(name)s all", "msgstr_plural": {0: "Dag %(name)s"}}, "plural"),
    ],
)
def test_the_catalogue_guard_finds_a_planted_fault(entry, fault):
    planted = catalogue_with(polib.POEntry(msgid=GREETING[0], **entry))
    assert any(fault in found for found in faults(planted, {GREETING}))


def test_the_catalogue_guard_finds_messages_and_headers_that_lack():
    fine = polib.POEntry(msgid=GREETING[0], msgstr="Dag %(name)s")
    assert faults(catalogue_with(fine), {GREETING}) == []
    assert faults(catalogue_with(fine), {GREETING, ("Goodbye", "")})
    assert faults(catalogue_with(fine), set())
    assert faults(catalogue_with(fine, **{CHECKED: ""}), {GREETING})
    assert faults(catalogue_with(fine, **{"Plural-Forms": ""}), {GREETING})


def test_a_plural_may_spell_its_number_out():
    entry = polib.POEntry(
        msgid="%(count)s page",
        msgid_plural="%(count)s pages",
        msgstr_plural={0: "één pagina", 1: "%(count)s pagina's"},
    )
    assert faults(catalogue_with(entry), {("%(count)s page", "")}) == []


@pytest.fixture(scope="module")
def in_code():
    """Every message in the code, read once for all languages."""
    return messages_in_code()


@pytest.mark.xdist_group("messages")
@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_the_catalogue_is_complete_and_true_to_the_code(code, in_code):
    path = FOLDER / to_locale(code) / "LC_MESSAGES" / "django.po"
    messages = {(entry.msgid, entry.msgctxt or "") for entry in in_code}
    found = faults(polib.pofile(str(path)), messages)
    assert not found, "\n".join([f"{len(found)} faults (make messages lists what is new):", *found])


@pytest.mark.xdist_group("messages")
def test_updating_keeps_translations_drops_old_messages_and_guesses_nothing(tmp_path, in_code):
    path = tmp_path / "django.po"
    kept, first = in_code[0], in_code[1]
    old = catalogue_with(polib.POEntry(msgid=kept.msgid, msgctxt=kept.msgctxt, msgstr="Vertaald"))
    old.append(polib.POEntry(msgid=f"{first.msgid} of old", msgstr="Van vroeger"))
    old.save(str(path))
    new = updated(path, "nl", in_code)
    assert new.find(kept.msgid, msgctxt=kept.msgctxt or False).msgstr == "Vertaald"
    assert len(new) == len(in_code)
    assert not any(entry.fuzzy or entry.obsolete for entry in new)
    assert [entry.msgid for entry in new] == sorted(entry.msgid for entry in new)
