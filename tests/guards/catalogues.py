"""What a message catalogue may not lack, and what a translation may not lose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import polib

CHECKED = "X-Checked-By-Native-Speaker"
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_TAG = re.compile(r"</?\w+")
_PLURALS = re.compile(r"nplurals\s*=\s*(\d+)")


def faults(catalogue: polib.POFile, in_code: set[tuple[str, str]]) -> list[str]:
    """Return everything that is wrong with a catalogue, given the messages in the code."""
    found = list(_header_faults(catalogue))
    here = {(entry.msgid, entry.msgctxt or "") for entry in catalogue if not entry.obsolete}
    found += [f"lacks a message of the code: {name!r}" for name, _ in sorted(in_code - here)]
    found += [f"holds a message that no code has: {name!r}" for name, _ in sorted(here - in_code)]
    forms = _number_of_plurals(catalogue)
    for entry in catalogue:
        found += [f"{problem}: {entry.msgid!r}" for problem in _entry_faults(entry, forms)]
    return found


def _header_faults(catalogue: polib.POFile) -> Iterator[str]:
    """Yield what the header lacks."""
    if catalogue.metadata.get(CHECKED) not in {"yes", "no"}:
        yield f"the header does not say {CHECKED}: yes or no"
    if not _number_of_plurals(catalogue):
        yield "the header has no Plural-Forms"


def _number_of_plurals(catalogue: polib.POFile) -> int:
    """Return how many plural forms the header promises, 0 where it does not say."""
    match = _PLURALS.search(catalogue.metadata.get("Plural-Forms", ""))
    return int(match[1]) if match else 0


def _entry_faults(entry: polib.POEntry, forms: int) -> Iterator[str]:
    """Yield what is wrong with one message."""
    if entry.obsolete:
        yield "no longer exists"
    elif entry.fuzzy:
        yield "fuzzy"
    elif entry.msgid_plural:
        yield from _plural_faults(entry, forms)
    elif not entry.msgstr:
        yield "not translated"
    else:
        yield from _lost(entry.msgid, entry.msgid, entry.msgstr)


def _plural_faults(entry: polib.POEntry, forms: int) -> Iterator[str]:
    """Yield what is wrong with the plural forms; a form may spell its number out."""
    if len(entry.msgstr_plural) != forms or not all(entry.msgstr_plural.values()):
        yield f"not translated in all {forms} plural forms"
        return
    for form in entry.msgstr_plural.values():
        yield from _lost(entry.msgid, entry.msgid_plural, form)


def _lost(one: str, many: str, translation: str) -> Iterator[str]:
    """Yield the placeholders, tags and edges that a translation lost or made up."""
    written = set(_PLACEHOLDER.findall(translation))
    needed = set(_PLACEHOLDER.findall(one)) & set(_PLACEHOLDER.findall(many))
    known = set(_PLACEHOLDER.findall(one)) | set(_PLACEHOLDER.findall(many))
    if one != many:
        needed -= {"%(count)s", "%(counter)s", "%(number)s", "{count}", "{number}"}
    if needed - written or written - known:
        yield f"other placeholders in {translation!r}"
    if Counter(_TAG.findall(translation)) != Counter(_TAG.findall(many)):
        yield f"other tags in {translation!r}"
    if translation != translation.strip() and many == many.strip():
        yield f"white space around {translation!r}"
