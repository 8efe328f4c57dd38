"""Every word on a screen is marked for translation; screens speak Vietnamese, code English."""

from __future__ import annotations

import ast
import re

from tests.guards.reading_source import SOURCE, modules, name_of

MARKED = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "later", "ngettext_lazy", "pgettext_lazy"}
VIETNAMESE = re.compile("[À-ỹĐđ]")
SCREENS = {"views.py", "forms.py", "roles.py", "formatters.py"}


def unmarked(tree: ast.Module) -> list[tuple[int, str]]:
    """String literals with Vietnamese letters that are neither docstrings nor inside a marking call."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    marked: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in MARKED:
            marked |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docstrings.add(id(node.value))
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and VIETNAMESE.search(node.value)
        and id(node) not in docstrings | marked
    ]


def test_python_of_the_screens_marks_its_words():
    found = [
        f"{name_of(path)}:{line} {text!r}"
        for path, tree in modules()
        if path.name in SCREENS or path.parent.name in {"views", "forms"}
        for line, text in unmarked(tree)
    ]
    assert not found


def test_templates_mark_their_words():
    found = []
    for path in sorted(SOURCE.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", text, flags=re.S)
        text = re.sub(r'class="quote">[^<]*', "", text)  # a paper is quoted word for word, never translated
        text = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}|{%.*?%}|{{.*?}}|Chuẩn", "", text, flags=re.S)
        found += [
            f"{name_of(path)}: {piece.strip()[:80]!r}"
            for piece in text.splitlines()
            if VIETNAMESE.search(piece)
        ]
    static_error_page = "ui/templates/500.html"
    assert not [line for line in found if static_error_page not in line]


def test_the_guard_itself_sees_an_unmarked_word():
    assert unmarked(ast.parse('x = "Mục tiêu"')) == [(1, "Mục tiêu")]
    assert unmarked(ast.parse('x = _("Mục tiêu")')) == []
