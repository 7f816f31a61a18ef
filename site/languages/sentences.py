"""Divides Dutch text into sentences and words."""

from __future__ import annotations

import re
import unicodedata

# Written with a dot inside a sentence.
_ABBREVIATIONS = frozenset(
    {
        "a.d.h.v", "afd", "afz", "art", "b.v", "bijv", "blz", "bv", "c.q", "ca", "cf", "dhr",
        "d.d", "dec", "dr", "drs", "d.w.z", "ds", "e.v", "evt", "excl", "feb", "fam", "gem",
        "hfst", "i.h.b", "i.h.k.v", "i.p.v", "i.s.m", "i.v.m", "incl", "ing", "ir", "jan", "jl",
        "jr", "m.a.w", "m.b.t", "m.b.v", "m.i", "m.i.v", "m.n", "m.u.v", "max", "mej", "mevr",
        "min", "mln", "mld", "mr", "mw", "n.a.v", "n.b", "n.v.t", "nov", "nr", "nrs", "o.a",
        "o.b.v", "o.i.d", "o.l.v", "o.m", "o.v.v", "okt", "p.p", "pag", "prof", "resp", "s.v.p",
        "sept", "sr", "st", "str", "t.a.v", "t.b.v", "t.g.v", "t.h.v", "t.n.v", "t.o.v", "t.w",
        "t.z.t", "tel", "tj", "v.a", "v.h", "v.l.n.r", "vgl", "vnl", "vs", "z.g", "zgn",
    }
)  # fmt: skip
_PARAGRAPH = re.compile(r"\n\s*\n")
# The end of a sentence, perhaps: what follows may be a new one.
_END = re.compile(
    r"""
    (?<![.!?…]) (?P<mark>[.!?…]++) (?P<close>["'”’»)\]]*+)
    \s+
    (?= (?: ['’][kmnst]\s+ | ["'“‘„«(\[]* ) (?P<next>\w) )   # also before 's Avonds
    """,
    re.VERBOSE,
)
_WORD = re.compile(
    r"""
    [^\W_]+
    (?:
        [-'’‑] [^\W_]+                       # foto's, twee-onder-een-kap
        | (?<=\d) [.,:] \d+                  # 14,5 and 3.000 and 10:30
        | (?<=\b[^\W\d_]) \. [^\W\d_] \b     # o.a.
    )*
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"^\(?\w{1,2}$")


def words(text: str) -> list[str]:
    """Return the words and numbers of a text, in order."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that have words, in order.

    An empty line ends a sentence; a single end of line is a space.
    """
    found = []
    for paragraph in _PARAGRAPH.split(unicodedata.normalize("NFC", text)):
        found += _in_paragraph(" ".join(paragraph.split()))
    return [sentence for sentence in found if _WORD.search(sentence)]


def _in_paragraph(paragraph: str) -> list[str]:
    found, start = [], 0
    for end in _END.finditer(paragraph):
        word = paragraph[paragraph.rfind(" ", 0, end.start()) + 1 : end.start()]
        if _is_end(end, word.lstrip("\"'“‘„«(["), is_first=len(word) == end.start()):
            found.append(paragraph[start : end.end("close")])
            start = end.end()
    return [*found, paragraph[start:]]


def _is_end(end: re.Match[str], word: str, *, is_first: bool) -> bool:
    """Return whether a sentence ends after this word: it is no abbreviation, name or number."""
    if end["next"].islower():
        return False
    if end["mark"] != ".":
        return True
    if is_first and _NUMBERED.match(word):
        return False
    is_initial = len(word.rpartition(".")[2]) == 1 and word[-1].isupper()
    return not is_initial and word.lower() not in _ABBREVIATIONS
