"""What ``pip install`` brings is what stands in the source: no template, font or table is left behind."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.guards.reading_source import ROOT, SOURCE

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAINTAINED_BY_HAND = {".po", ".pot"}
"""Sources of the catalogues; the compiled .mo travel."""


def data_files(root: Path) -> list[Path]:
    """Every file of the package that is not Python and not made by Python."""
    return sorted(
        path
        for path in root.rglob("*")
        if path.is_file()
        and path.suffix not in {".py", ".pyc"} | MAINTAINED_BY_HAND
        and path.name != ".DS_Store"
    )


def left_behind(root: Path, patterns: list[str]) -> list[str]:
    """Data files that none of setuptools' patterns names."""
    packed = {path for pattern in patterns for path in root.glob(pattern)}
    return [str(path.relative_to(root)) for path in data_files(root) if path not in packed]


def test_every_data_file_travels_in_the_wheel():
    assert left_behind(SOURCE, PROJECT["tool"]["setuptools"]["package-data"]["chuan"]) == []


def test_every_folder_with_python_in_it_is_a_package():
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    assert [
        str(one.relative_to(SOURCE)) for one in sorted(folders) if not (one / "__init__.py").is_file()
    ] == []


def test_what_the_package_imports_is_locked_for_production():
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower()
    wanted = [name.split(">")[0].split("[")[0].strip().lower() for name in PROJECT["project"]["dependencies"]]
    assert [name for name in wanted if f"\n{name}==" not in f"\n{locked}"] == []


def test_the_guard_itself_sees_a_forgotten_file(tmp_path: Path):
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "page.html").write_text("")
    (tmp_path / "room" / "picture.webp").write_text("")
    assert left_behind(tmp_path, ["**/*.html"]) == ["room/picture.webp"]
