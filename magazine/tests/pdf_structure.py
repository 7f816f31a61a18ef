"""Reads a PDF with another program than the one that made it, and says what PDF/UA misses.

Not the whole standard: what a machine can see of it without drawing pages, by the parts of
ISO 14289-1 that are named below. See docs/features/edition-pdf.md for what is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf

# What ISO 32000-1, 14.8.4, knows; everything else has to be mapped onto these.
STANDARD = frozenset(
    {
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
        "NonStruct", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
        "BibEntry", "Code", "Link", "Annot", "Figure", "Formula", "Form",
    }
)  # fmt: skip
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
SHOWS_TEXT = frozenset({"Tj", "TJ", "'", '"'})


def faults(pdf: Pdf) -> set[str]:
    """Return a word for each thing that is wrong."""
    found = {*_document(pdf), *_pages(pdf)}
    if Name.StructTreeRoot in pdf.Root:
        elements = list(elements_below(pdf.Root.StructTreeRoot))
        found |= {*_structure(pdf, elements), *_headings(elements)}
    return found


def _document(pdf: Pdf) -> Iterator[str]:
    """Look at 7.1 and 7.2: tagged, whose title, which language, which standard."""
    root = pdf.Root
    marks = root.get("/MarkInfo", Dictionary())
    preferences = root.get("/ViewerPreferences", Dictionary())
    if Name.StructTreeRoot not in root or not marks.get("/Marked") or marks.get("/Suspects"):
        yield "tagged"
    if not str(root.get("/Lang", "")):
        yield "language"
    if not preferences.get("/DisplayDocTitle"):
        yield "title-shown"
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "title"
        if metadata.get("pdfuaid:part") != "1":
            yield "standard"


def _pages(pdf: Pdf) -> Iterator[str]:
    """Look at the faces of each page (7.21), and for words in no tag (7.1)."""
    for page in pdf.pages:
        yield from _links(page)
        for font in page.Resources.get("/Font", Dictionary()).values():
            if "/ToUnicode" not in font or not _is_embedded(font):
                yield "face"
        if _has_loose_words(page):
            yield "words-tagged"


def _links(page: Any) -> Iterator[str]:
    """Look at 7.18: links are read in their place, and say where they lead."""
    annotations = page.get("/Annots", [])
    if len(annotations) and page.get("/Tabs") != Name.S:
        yield "tab-order"
    for one in annotations:
        if not str(one.get("/Contents", "")).strip():
            yield "link-described"
        if "/StructParent" not in one:
            yield "link-tagged"


def _is_embedded(font: Any) -> bool:
    below = font.get("/DescendantFonts", [font])[0]
    return any(name.startswith("/FontFile") for name in below.get("/FontDescriptor", Dictionary()))


def _has_loose_words(page: Any) -> bool:
    """Return whether words are drawn that are neither in a tag nor marked as decoration."""
    inside: list[bool] = []
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        if name in {"BMC", "BDC"}:
            inside.append(operands[0] == Name.Artifact or _has_mark(operands))
        elif name == "EMC":
            inside.pop()
        elif name in SHOWS_TEXT and not any(inside):
            return True
    return False


def _has_mark(operands: Any) -> bool:
    return len(operands) > 1 and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]


def _structure(pdf: Pdf, elements: list[Any]) -> Iterator[str]:
    """Look at 7.3 to 7.5 and 7.18: what each kind of element has to have."""
    roles = pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())
    for element in elements:
        kind = str(element.S)[1:]
        if kind not in STANDARD and str(roles.get(f"/{kind}", ""))[1:] not in STANDARD:
            yield "role"
        if kind == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "figure-described"
        if kind == "TH" and not any("/Scope" in one for one in _attributes(element)):
            yield "table-heading"
        if kind == "Link" and not any("/Obj" in kid for kid in _kids(element)):
            yield "link-object"


def _headings(elements: list[Any]) -> Iterator[str]:
    """Look at 7.4: the first heading is of the first level, and none is skipped."""
    before = 0
    for element in elements:
        kind = str(element.S)[1:]
        if kind in HEADINGS:
            level = HEADINGS.index(kind) + 1
            if level > before + 1:
                yield "heading-order"
            before = level
    if not before:
        yield "heading-order"


def elements_below(node: Any) -> Iterator[Any]:
    """Yield the elements below this one, in the order in which they are read."""
    for kid in _kids(node):
        if "/S" in kid:
            yield kid
            yield from elements_below(kid)


def _kids(node: Any) -> list[Any]:
    return [kid for kid in _listed(node.get("/K")) if isinstance(kid, Dictionary)]


def _attributes(element: Any) -> list[Any]:
    return [one for one in _listed(element.get("/A")) if isinstance(one, Dictionary)]


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
