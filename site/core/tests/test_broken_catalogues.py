"""A broken message catalogue never takes a page down."""

import gettext
import logging
import shutil
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from django.conf import settings
from django.utils import translation
from django.utils.translation import trans_real

from core.catalogues import _is_readable, mend_catalogues


@pytest.fixture
def catalogue(tmp_path):
    """Return a small catalogue in Turkish, in a folder like the site's own."""
    folder = tmp_path / "tr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    entries = polib.POFile()
    entries.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    entries.append(polib.POEntry(msgid="Warmth", msgstr="Sıcaklık"))
    entries.save(str(folder / "django.po"))
    file = folder / "django.mo"
    entries.save_as_mofile(str(file))
    return file


def spoken(folder):
    """Return the translation that Django finds in a folder of catalogues."""
    settings.LOCALE_PATHS.insert(0, folder)
    trans_real._translations.clear()
    gettext._translations.clear()
    try:
        with translation.override("tr"):
            return translation.gettext("Warmth")
    finally:
        settings.LOCALE_PATHS.remove(folder)
        trans_real._translations.clear()


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\xde\x12\x04\x95\x00\x00", None])
def test_a_broken_catalogue_is_compiled_anew(catalogue, tmp_path, damage, caplog):
    whole = catalogue.read_bytes()
    catalogue.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    with pytest.raises(Exception, match=r"."):
        spoken(tmp_path)
    mend_catalogues([tmp_path])
    assert spoken(tmp_path) == "Sıcaklık"
    assert str(catalogue) in caplog.text


def test_where_the_source_is_broken_too_the_language_falls_back(catalogue, tmp_path, caplog):
    catalogue.write_bytes(b"nonsense")
    catalogue.with_suffix(".po").write_text("half a line", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        mend_catalogues([tmp_path])
    assert spoken(tmp_path) == "Warmth"
    assert "compile_catalogues" in caplog.text
    assert not list(catalogue.parent.glob("*.fresh"))


def test_whole_catalogues_stay_as_they_are(catalogue, tmp_path):
    before = catalogue.stat().st_mtime_ns
    mend_catalogues([tmp_path])
    assert catalogue.stat().st_mtime_ns == before


@given(st.binary(max_size=200), st.integers(min_value=0, max_value=200))
def test_no_damage_whatever_stops_the_start(tmp_path_factory, rubbish, position):
    folder = tmp_path_factory.mktemp("any")
    try:
        entries = polib.POFile()
        entries.metadata = {
            "Content-Type": "text/plain; charset=utf-8",
            "Plural-Forms": "nplurals=2; plural=(n != 1);",
        }
        entries.append(polib.POEntry(msgid="Warmth", msgstr="Warmte"))
        file = Path(folder) / "django.mo"
        entries.save_as_mofile(str(file))
        whole = file.read_bytes()
        file.write_bytes(whole[:position] + rubbish + whole[position + len(rubbish) :])
        assert _is_readable(file) in {True, False}
    finally:
        shutil.rmtree(folder)
