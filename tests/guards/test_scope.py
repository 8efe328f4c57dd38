"""Deny by default in the data too: pages and reports only read what the viewer may see."""

from __future__ import annotations

import ast

from tests.guards.reading_source import SOURCE, modules, name_of

SCOPED = {
    "Unit", "Official", "Post", "Clock", "Document", "Reading", "Plan", "Indicator", "Measurement",
}  # fmt: skip
"""Models whose rows belong to a unit and are the way in to everything beneath them."""

WATCHED = {"views", "views.py", "exports.py"}


def unscoped(tree: ast.Module) -> list[int]:
    """Lines that touch ``Model.objects`` of a scoped model other than through ``seen_by``."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "objects" and getattr(node.value, "id", "") in SCOPED:
            user = parents.get(node)
            if not (isinstance(user, ast.Attribute) and user.attr == "seen_by"):
                lines.append(node.lineno)
    return lines


def test_views_reach_rows_only_through_seen_by():
    found = [
        f"{name_of(path)}:{line}"
        for path, tree in modules()
        if any(part in WATCHED for part in path.relative_to(SOURCE).parts)
        for line in unscoped(tree)
    ]
    assert not found


def test_the_guard_itself_sees_a_leak():
    leak = ast.parse("Document.objects.get(pk=1)")
    assert unscoped(leak) == [1]
    assert unscoped(ast.parse("Document.objects.seen_by(viewer).get(pk=1)")) == []


def test_every_action_with_a_by_writes_to_the_trail():
    """A public function of an actions module that takes ``by`` opens ``act`` itself or calls one that does."""
    silent = []
    for path, tree in modules():
        if (path.stem != "actions" and path.parent.name != "actions") or "trail" in path.parts:
            continue
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                takes_by = any(argument.arg == "by" for argument in node.args.kwonlyargs)
                calls = {getattr(c.func, "id", getattr(c.func, "attr", "")) for c in ast.walk(node) if isinstance(c, ast.Call)}
                if takes_by and not calls & _trailing(tree):
                    silent.append(f"{name_of(path)}: {node.name}")
    assert not silent


def _trailing(tree: ast.Module) -> set[str]:
    """Names in this module that end in an act: ``act`` itself, and local functions that call one, to any depth."""
    known = {"act"}
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    while True:
        grown = known | {
            f.name
            for f in functions
            if {getattr(c.func, "id", getattr(c.func, "attr", "")) for c in ast.walk(f) if isinstance(c, ast.Call)} & known
        }
        if grown == known:
            return known
        known = grown
