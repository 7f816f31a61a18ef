"""An edition's PDF, read by another program than the one that made it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Name, Pdf

from magazine.tests.pdf_structure import elements_below, faults
from magazine.tests.test_print import BODY, pdf_of, with_body
from redactieraad.tests.factories import council

pytestmark = pytest.mark.django_db


def elements(pdf: Pdf, kind: str) -> list[Any]:
    return [one for one in elements_below(pdf.Root.StructTreeRoot) if str(one.S) == f"/{kind}"]


def first_link(pdf: Pdf) -> Any:
    return next(page.Annots[0] for page in pdf.pages if "/Annots" in page)


def untag_words(pdf: Pdf) -> None:
    page = pdf.pages[-1]
    words = b"BT /Nothing 12 Tf (loose) Tj ET"
    page.contents_add(pdf.make_stream(words))


def drop_title(pdf: Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["dc:title"]


def drop_standard(pdf: Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["pdfuaid:part"]


def drop_unicode(pdf: Pdf) -> None:
    fonts = pdf.pages[0].Resources.Font
    del next(iter(fonts.values())).ToUnicode


def drop_tab_order(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Annots" in page:
            del page.Tabs


def skip_a_level(pdf: Pdf) -> None:
    elements(pdf, "H2")[0].S = Name.H3


PLANTED: dict[str, Callable[[Pdf], object]] = {
    "tagged": lambda pdf: pdf.Root.MarkInfo.__setattr__("Marked", False),
    "language": lambda pdf: pdf.Root.__delattr__("Lang"),
    "title-shown": lambda pdf: pdf.Root.ViewerPreferences.__delattr__("DisplayDocTitle"),
    "title": drop_title,
    "standard": drop_standard,
    "tab-order": drop_tab_order,
    "link-described": lambda pdf: first_link(pdf).__delattr__("Contents"),
    "link-tagged": lambda pdf: first_link(pdf).__delattr__("StructParent"),
    "link-object": lambda pdf: elements(pdf, "Link")[0].__delattr__("K"),
    "face": drop_unicode,
    "words-tagged": untag_words,
    "role": lambda pdf: elements(pdf, "P")[0].__setattr__("S", Name.Kader),
    "figure-described": lambda pdf: elements(pdf, "Figure")[0].__delattr__("Alt"),
    "table-heading": lambda pdf: elements(pdf, "TH")[0].__delattr__("A"),
    "heading-order": skip_a_level,
}


def test_it_is_sound_and_each_planted_fault_is_seen():
    content = pdf_of(with_body(council()[:3], BODY))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert faults(pdf) == set()
        kinds = {"Figure", "Link", "TH", "H2", "L", "Quote", "TOC"}
        assert all(elements(pdf, kind) for kind in kinds)
    for fault, plant in PLANTED.items():
        with pikepdf.open(BytesIO(content)) as pdf:
            plant(pdf)
            assert faults(pdf) == {fault}, fault
