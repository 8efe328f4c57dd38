"""The floors hold, also where the import linter cannot look."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.guards.reading_source import FLOORS, ROOT, SOURCE, floor_of, modules, name_of


def imports_of(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module)
    return found


def test_rules_use_the_standard_library_only():
    strangers = [
        f"{name_of(path)} imports {module}"
        for path, tree in modules("rules")
        for module in imports_of(tree)
        if module.split(".")[0] not in sys.stdlib_module_names and not module.startswith("chuan.rules")
    ]
    assert not strangers


def test_rules_read_no_clock_file_or_randomness():
    forbidden = {
        "time",
        "random",
        "secrets",
        "os",
        "pathlib",
        "sqlite3",
        "socket",
        "subprocess",
        "io",
        "tempfile",
    }
    found = [
        f"{name_of(path)} imports {module}"
        for path, tree in modules("rules")
        for module in imports_of(tree)
        if module.split(".")[0] in forbidden
    ]
    clocks = [
        f"{name_of(path)}:{node.lineno} reads the clock"
        for path, tree in modules("rules")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert not found + clocks


def test_no_foreign_key_by_string_crosses_a_floor():
    crossing = []
    for path, tree in modules():
        room = path.relative_to(SOURCE).parts[0]
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {
                "ForeignKey",
                "OneToOneField",
                "ManyToManyField",
            }:
                target = node.args[0] if node.args else None
                if isinstance(target, ast.Constant) and "." in str(target.value):
                    other = str(target.value).split(".")[0]
                    if floor_of(other) >= floor_of(room) and other != room:
                        crossing.append(f"{name_of(path)}:{node.lineno} → {target.value}")
    assert not crossing


def test_nothing_imports_upward_or_sideways():
    wrong = []
    for path, tree in modules():
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        others = {module.split(".")[1] for module in imports_of(tree) if module.startswith("chuan.")} - {room}
        if floor_of(room) < len(FLOORS):
            wrong += [f"{name_of(path)} → {other}" for other in others if floor_of(other) >= floor_of(room)]
    assert not wrong


def test_every_room_stands_on_a_floor():
    rooms = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert {room for room in rooms if floor_of(room) == len(FLOORS)} == set()


def test_no_module_is_a_drawer_for_everything():
    drawers = {"utils", "helpers", "common", "core", "manager", "managers", "base", "misc", "tools"}
    assert not [name_of(path) for path, _ in modules() if path.stem in drawers]


def test_no_file_is_longer_than_five_hundred_lines():
    long = [
        name_of(path)
        for folder in ("src", "tests", "scripts", "bench")
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts and len(path.read_text(encoding="utf-8").splitlines()) > 500
    ]
    assert not long


def test_the_import_linter_agrees():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
