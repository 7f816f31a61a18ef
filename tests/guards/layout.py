"""Whether everything lies where a reader of the code would guess it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

# What a class derives from, by the end of that name, and the file (or folder) it belongs in.
HOMES = {
    "Form": "forms",
    "FormSet": "forms",
    "QuerySet": "querysets",
    "Block": "blocks",
    "AppConfig": "apps",
    "BaseCommand": "commands",
}
VAGUE = frozenset({"utils", "util", "helpers", "helper", "misc", "common", "tools", "stuff"})


def misplaced(path: Path, source: str) -> list[str]:
    """Return what a module holds that belongs in another file, given its path from the root."""
    faults = [f"a name that says nothing: {path.stem}"] if path.stem in VAGUE else []
    for node in ast.walk(ast.parse(source)):
        faults += [
            f"{getattr(node, 'lineno', 0)}: {what} belongs in {home}"
            for what, home in _homes(node)
            if home not in path.with_suffix("").parts
        ]
    return faults


def _homes(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield what a piece of code is, with the file or folder it belongs in."""
    if isinstance(node, ast.ClassDef):
        bases = [ast.unparse(base).rpartition(".")[2] for base in node.bases]
        for ending, home in HOMES.items():
            if any(base.endswith(ending) for base in bases):
                yield f"{node.name}, a {ending},", home
    elif isinstance(node, ast.Assign):
        if "urlpatterns" in map(ast.unparse, node.targets):
            yield "urlpatterns", "urls"
    elif isinstance(node, ast.FunctionDef) and any(
        ast.unparse(mark).startswith("hooks.register") for mark in node.decorator_list
    ):
        yield f"{node.name}, a hook,", "wagtail_hooks"
