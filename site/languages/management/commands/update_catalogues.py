"""Bring the message catalogues in line with the code: `make messages`.

Django's `makemessages` reads the code; polib writes the catalogues, so that they come
out the same on every machine: sorted, without line numbers, dates or messages that no
longer exist. Nothing is guessed from similar messages: what is new is left empty.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

import polib

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.test.utils import override_settings
from django.utils.translation import to_locale

from languages.registry import LANGUAGES

# As the Unicode CLDR counts them: https://www.unicode.org/cldr/charts/latest/supplemental/
TWO_FORMS = "nplurals=2; plural=(n != 1);"
PLURAL_FORMS = {
    "ar": (
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
        "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
    ),
    "pl": ("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"),
    "uk": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}
# The language of the messages in the code.
WRITTEN_IN = "en"
NOT_OURS = (".*", "var", "node_modules", "tests", "docs", "locale", "requirements", "*.mo")


def messages_in_code() -> polib.POFile:
    """Return every message that the code and the templates hold, untranslated.

    Works on a copy, because `makemessages` writes beside what it reads.
    """
    if not shutil.which("xgettext"):
        message = "xgettext was not found. Install it: sudo apt-get install gettext"
        raise CommandError(message)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "code"
        shutil.copytree(settings.ROOT, copy, ignore=shutil.ignore_patterns(*NOT_OURS))
        catalogues = copy / "locale"
        catalogues.mkdir()
        with contextlib.chdir(copy), override_settings(LOCALE_PATHS=[str(catalogues)]):
            call_command(
                "makemessages", locale=["en"], keep_pot=True, no_obsolete=True, verbosity=0
            )
        return polib.pofile(str(catalogues / "django.pot"), encoding="utf-8")


def say_as_written(entry: polib.POEntry) -> None:
    """Fill in the message itself where the language that it is written in has no other words."""
    if entry.msgid_plural:
        entry.msgstr_plural = {
            0: entry.msgstr_plural.get(0) or entry.msgid,
            1: entry.msgstr_plural.get(1) or entry.msgid_plural,
        }
    else:
        entry.msgstr = entry.msgstr or entry.msgid


def updated(path: Path, code: str, template: polib.POFile) -> polib.POFile:
    """Return a language's catalogue with exactly the messages of the template."""
    catalogue = polib.pofile(str(path), encoding="utf-8") if path.exists() else polib.POFile()
    catalogue.wrapwidth = 100
    catalogue.metadata = {
        "Language": code,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS.get(code, TWO_FORMS),
        "X-Checked-By-Native-Speaker": catalogue.metadata.get("X-Checked-By-Native-Speaker", "no"),
    }
    catalogue.merge(template)
    kept = sorted(
        (entry for entry in catalogue if not entry.obsolete),
        key=lambda entry: (entry.msgid, entry.msgctxt or ""),
    )
    forms = int(catalogue.metadata["Plural-Forms"][len("nplurals=")])
    for entry in kept:
        if entry.msgid_plural:
            entry.msgstr_plural = {form: entry.msgstr_plural.get(form, "") for form in range(forms)}
        entry.occurrences = sorted({(name, "") for name, _line in entry.occurrences})
        if code == WRITTEN_IN:
            say_as_written(entry)
    catalogue[:] = kept
    return catalogue


class Command(BaseCommand):
    """Write the `.po` of every language."""

    help = "Bring the message catalogues in line with the code (needs gettext)."

    def handle(self, *args: object, **options: object) -> None:
        """Update each catalogue and say how much of it is still to be translated."""
        template = messages_in_code()
        for language in LANGUAGES:
            folder = Path(settings.LOCALE_PATHS[0]) / to_locale(language.code) / "LC_MESSAGES"
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / "django.po"
            catalogue = updated(path, language.code, template)
            catalogue.save(str(path))
            untranslated = len(catalogue.untranslated_entries())
            self.stdout.write(
                f"{language.code:<10} {len(catalogue)} messages, {untranslated} to do"
            )
