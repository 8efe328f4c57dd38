"""Every form that takes a file stands in docs/uploads.md; every download is saved and not shown."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.guards.reading_source import ROOT, SOURCE, modules

TABLE = (ROOT / "docs" / "uploads.md").read_text("utf-8")
SHOWN = {"ui.showcase"}
"""The gallery of components takes no file: its form is never sent."""
OWN = {
    "clocks.views.feed", "documents.views.outgoing.found", "health", "people.views.second_factor", "ui.errors",
}  # fmt: skip
"""Modules that answer bytes to be shown and made every one of them: words, a page, a calendar, a drawn code, a PDF."""


def module(path: Path) -> str:
    """ "documents.forms" for the file."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def file_fields(tree: ast.Module) -> set[str]:
    """Names of field classes of this house that are file fields, and Django's own."""
    own = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any("FileField" in ast.unparse(base) for base in node.bases)
    }
    return {"FileField", "ImageField", "SeveralFilesField", "FolderField"} | own


@cache
def forms_with_files() -> frozenset[str]:
    return frozenset(found_forms())


def found_forms() -> Iterator[str]:
    for path, tree in modules():
        if "FileField" not in (source := path.read_text("utf-8")) and "FolderField" not in source:
            continue
        known = file_fields(tree)
        for node in tree.body:
            makes = isinstance(node, ast.ClassDef | ast.FunctionDef) and any(
                isinstance(call, ast.Call) and ast.unparse(call.func).rsplit(".")[-1] in known
                for call in ast.walk(node)
            )
            if makes and module(path) not in SHOWN and "migrations" not in path.parts:
                yield f"{module(path)}.{node.name}"


def test_every_form_that_takes_a_file_is_in_the_table():
    found = forms_with_files()
    assert len(found) > 15
    assert not {name for name in found if f"`{name}`" not in TABLE}


def test_the_table_names_no_form_that_is_gone():
    named = {line.split("`")[1] for line in TABLE.splitlines() if line.startswith("| `")}
    assert not named - forms_with_files()


def test_no_file_lies_in_a_model_field_that_django_would_serve():
    assert not [
        module(path)
        for path, tree in modules()
        if path.parts[-2] == "models" or path.name.endswith("models.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"FileField", "ImageField"}
    ]


def test_bytes_leave_as_files_to_be_saved_or_are_our_own():
    """An HttpResponse with a content type of its own is an attachment with nosniff, or made by us."""
    loose = []
    for path, tree in modules():
        source = path.read_text("utf-8")
        if "content_type=" not in source:
            continue
        for node in ast.walk(tree):
            answers = isinstance(node, ast.Call) and ast.unparse(node.func) == "HttpResponse"
            if answers and any(word.arg == "content_type" for word in node.keywords):
                safe = "nosniff" in source and ("content_disposition" in source or "image/png" in source)
                if not safe and module(path) not in OWN:
                    loose.append(f"{path.relative_to(SOURCE)}:{node.lineno}")
    assert not loose
