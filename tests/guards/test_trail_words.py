"""Every verb and every kind of subject that is written to the trail has its words on the trail's page."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from chuan.people import verbs
from tests.guards.reading_source import modules, name_of

NOUN_AND_VERB = re.compile(r"[a-z_]+\.[a-z_]+")
OF_A_SETTING = "_days"
"""Keys of unit settings have the same shape; those in actions are all periods of days."""


def written(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """(line, verb, kind) of each ``act("verb", Subject("kind", …), …)``; "" for what is no literal there."""
    for node in ast.walk(tree):
        called = (
            getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        )
        if called in ("act", "_note"):
            yield node.lineno, _literal(node.args[0]), _kind(node.args[1])


def in_actions(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """(line, verb, "") of every "noun.verb" that an actions module names, however it reaches ``act``."""
    for node in ast.walk(tree):
        if (text := _literal(node)) and NOUN_AND_VERB.fullmatch(text) and not text.endswith(OF_A_SETTING):
            yield node.lineno, text, ""


def _literal(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _kind(node: ast.expr) -> str:
    is_subject = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Subject"
    return _literal(node.args[0]) if is_subject else ""


def test_every_verb_and_kind_has_words():
    silent = []
    for path, tree in modules():
        named = in_actions(tree) if "actions" in path.parts or path.stem == "actions" else ()
        for line, verb, kind in (*written(tree), *named):
            if (verb and verb not in verbs.VERBS) or (kind and kind not in verbs.KINDS):
                silent.append(f"{name_of(path)}:{line} {verb} {kind}")
    assert not silent


def test_the_guard_itself_sees_a_verb():
    tree = ast.parse('with act("appoint", Subject("official", uid), by=by): pass')
    assert list(written(tree)) == [(1, "appoint", "official")]
    assert list(in_actions(ast.parse('verb = "reading.edit" if typed else "reading.answer"'))) == [
        (1, "reading.edit", ""),
        (1, "reading.answer", ""),
    ]
