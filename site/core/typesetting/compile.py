"""Typesets one folder, as a program of its own: `python compile.py FOLDER FONTS`.

Apart from the site, so that it can be stopped when it takes too long, and so that nothing that
goes wrong in it reaches others. It reads `document.typ` and what lies beside it, and writes
`document.pdf`: PDF/UA-1, or a tagged PDF where a text keeps it from that standard (a letter that
no face has). It says on standard output which one.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import typst

# More than any document needs; less than what would bring a small machine down.
MOST_MEMORY = 2 * 1024**3


def main(folder: Path, fonts: Path) -> str:
    """Typeset the folder; return the standard that the result keeps."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    compiler = typst.Compiler(
        root=folder,
        font_paths=[fonts],
        ignore_system_fonts=True,
        # No package is ever fetched.
        package_path=folder / "none",
        package_cache_path=folder / "none",
    )
    source, result = folder / "document.typ", folder / "document.pdf"
    try:
        compiler.compile(source, output=result, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        sys.stderr.write(f"{error}\n")
        compiler.compile(source, output=result, format="pdf")
        return "tagged"
    return "ua-1"


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), Path(sys.argv[2])))
